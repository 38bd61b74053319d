package nl.knelpunt.engine.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.InformationRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class InformationUseCases implements InformationRegister {

    private final Gate gate;

    @Activate
    public InformationUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done record(Call call, UUID knelpunt, NewInformation information) {
        check(information);
        UUID id = Ids.next();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("informedBy", information.informedBy());
        said.put("reasons", information.reasons());
        return gate.change(
                call,
                Act.RECORD_INFORMATION,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Stating(said)),
                (t, facts) -> {
                    t.information().insert(checked(facts, id, information));
                    return new Done(
                            id,
                            information.exception() == null ? "INFORMED" : "EXCEPTED",
                            facts.knelpunt().version());
                });
    }

    private static void check(NewInformation information) {
        Checks.line("informedBy", information.informedBy());
        Checks.text("reasons", information.reasons(), Checks.TEXT);
        if (information.exception() == null) {
            Checks.required("informedOn", information.informedOn());
            Checks.filled("informedBy", information.informedBy());
            absent("reasons", information.reasons());
            absent("participant", information.participant());
        } else {
            absent("informedOn", information.informedOn());
            absent("informedBy", information.informedBy());
            Checks.filled("participant", information.participant());
            Checks.filled("reasons", information.reasons());
        }
        if (information.exception() == Information.Exception.RESTRICTED) {
            Checks.required("restriction", information.restriction());
        } else {
            absent("restriction", information.restriction());
        }
    }

    private static void absent(String field, Object value) {
        if (value != null) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit hoort hier niet: of de betrokkenen zijn geïnformeerd, of er is een uitzondering.",
                            "This does not belong here: either the data subjects were informed or there is an exception."));
        }
    }

    private static Information checked(Facts facts, UUID id, NewInformation information) {
        if (information.informedOn() != null) {
            Checks.notBefore(
                    "informedOn",
                    information.informedOn(),
                    Facts.day(facts.knelpunt().created()));
            Checks.notAfter("informedOn", information.informedOn(), facts.today());
        }
        if (information.participant() != null && !facts.knelpunt().involves(information.participant())) {
            throw new InvalidException(
                    "participant",
                    new Text(
                            "Kies een deelnemer die bij dit handhavingsknelpunt betrokken is.",
                            "Choose a participant that is involved in this knelpunt."));
        }
        return new Information(
                id,
                facts.knelpunt().id(),
                information.informedOn(),
                information.informedBy(),
                information.exception(),
                information.restriction(),
                information.participant(),
                information.reasons(),
                information.exception() == null ? null : facts.today().plusYears(1),
                facts.actor().account().id(),
                facts.now());
    }

    @Override
    public List<Information> see(Call call, UUID knelpunt) {
        return gate.read(
                call,
                Act.SEE_INFORMATION,
                knelpunt,
                (t, facts, judge) -> t.information().ofKnelpunt(knelpunt));
    }
}
