package nl.knelpunt.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Sbi;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.BranchList;
import nl.knelpunt.rest.Shapes.BranchView;
import nl.knelpunt.rest.Shapes.DataCategoryList;
import nl.knelpunt.rest.Shapes.DataCategoryView;
import nl.knelpunt.rest.Shapes.DatumPanelList;
import nl.knelpunt.rest.Shapes.DatumPanelScript;
import nl.knelpunt.rest.Shapes.DatumPanelView;
import nl.knelpunt.rest.Shapes.HelpPageList;
import nl.knelpunt.rest.Shapes.HelpPageView;
import nl.knelpunt.rest.Shapes.InterventionTypeList;
import nl.knelpunt.rest.Shapes.InterventionTypeView;
import nl.knelpunt.rest.Shapes.ParticipantList;
import nl.knelpunt.rest.Shapes.ParticipantView;
import nl.knelpunt.rest.Shapes.RuleList;
import nl.knelpunt.rest.Shapes.RuleView;
import nl.knelpunt.rest.Shapes.SignalFormList;
import nl.knelpunt.rest.Shapes.SignalFormView;
import nl.knelpunt.rest.SignalShapes.GradingCatalogue;

/** What there is to choose from. No data about anybody, so no acts. */
final class CatalogueResource {

    private final UseCases use;

    CatalogueResource(UseCases use) {
        this.use = use;
    }

    Answer participants(Exchange exchange) {
        Region region = use.regions().current();
        Set<String> connected = use.router().activeKinds();
        return Answer.of(new ParticipantList(
                region.id(),
                region.name(),
                region.participants().values().stream()
                        .sorted(Comparator.comparing(Participant::id))
                        .map(p -> ParticipantView.of(p, connected.contains(p.kind())))
                        .toList()));
    }

    Answer interventionTypes(Exchange exchange) {
        return Answer.of(new InterventionTypeList(use.router().active().stream()
                .flatMap(d -> d.interventionTypes().stream().map(t -> InterventionTypeView.of(d.kind(), t)))
                .sorted(Comparator.comparing(InterventionTypeView::participantKind)
                        .thenComparing(InterventionTypeView::code))
                .toList()));
    }

    Answer signalForms(Exchange exchange) {
        return Answer.of(new SignalFormList(use.router().active().stream()
                .flatMap(d -> d.forms().stream().map(f -> SignalFormView.of(d.kind(), f)))
                .sorted(Comparator.comparing(SignalFormView::participantKind).thenComparing(SignalFormView::name))
                .toList()));
    }

    Answer datumPanels(Exchange exchange) {
        return Answer.of(new DatumPanelList(use.router().active().stream()
                .flatMap(d -> d.panels().stream().map(p -> DatumPanelView.of(d.kind(), p)))
                .sorted(Comparator.comparing(DatumPanelView::participantKind).thenComparing(DatumPanelView::name))
                .toList()));
    }

    Answer datumPanel(Exchange exchange) {
        return use.router().active().stream()
                .filter(d -> d.kind().equals(exchange.path("kind")))
                .flatMap(d -> d.panels().stream())
                .filter(p -> p.name().equals(exchange.path("panel")))
                .findFirst()
                .map(p -> Answer.of(new DatumPanelScript(p.script())))
                .orElseThrow(ProblemException::unknownPanel);
    }

    Answer helpPages(Exchange exchange) {
        return Answer.of(new HelpPageList(use.router().active().stream()
                .filter(d -> d.help() != null)
                .map(d -> new HelpPageView(d.kind(), BilingualText.of(d.name()), BilingualText.of(d.help())))
                .sorted(Comparator.comparing(HelpPageView::participantKind))
                .toList()));
    }

    Answer branches(Exchange exchange) {
        return Answer.of(new BranchList(Sbi.headings().stream()
                .map(h -> new BranchView(h.code(), h.section(), BilingualText.of(h.name())))
                .toList()));
    }

    Answer rules(Exchange exchange) {
        RuleSet inForce = use.policies().rules();
        // Those that are switched off stand in their place, and those of the modules after those of the law.
        Stream<Rule> all =
                Stream.concat(Rules.all().stream(), inForce.rules().stream().filter(r -> r.kind() == Rule.Kind.SECTOR));
        return Answer.of(new RuleList(
                inForce.version(),
                inForce.day(),
                Rules.DATE,
                all.map(r -> RuleView.of(r, inForce.policy())).toList()));
    }

    Answer gradings(Exchange exchange) {
        return Answer.of(GradingCatalogue.whole());
    }

    Answer dataCategories(Exchange exchange) {
        Policy policy = use.policies().current();
        return Answer.of(new DataCategoryList(
                Arrays.stream(DataCategory.values())
                        .map(c -> DataCategoryView.of(c, policy))
                        .toList(),
                policy.fiod()));
    }
}
