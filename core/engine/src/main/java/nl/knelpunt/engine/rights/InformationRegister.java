package nl.knelpunt.engine.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/** The register of who was informed (AVG 14; Bgs 1.3). Every method goes through the gate. */
@ProviderType
public interface InformationRegister {

    /** See {@link Information}: either informed, with day and by whom, or an exception with whose it is and the reasons. */
    record NewInformation(
            LocalDate informedOn,
            String informedBy,
            Information.Exception exception,
            RightsRequest.Restriction restriction,
            String participant,
            String reasons) {}

    Done record(Call call, UUID knelpunt, NewInformation information);

    /** Of a knelpunt, the last one first. */
    List<Information> see(Call call, UUID knelpunt);
}
