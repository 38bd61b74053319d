package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import org.osgi.annotation.versioning.ProviderType;

/** Annual reports and the counts for them, which stay when what they count is destroyed. */
@ProviderType
public interface ReportRepository {

    /** @param part empty of a figure that is not divided */
    void count(int year, Figure figure, String part, long more);

    List<Count> counts(int year);

    Optional<AnnualReport> find(int year);

    /** Replaces what stands for the same year. */
    void put(AnnualReport report);

    /** Years of which something was counted or written, the last first. */
    List<Integer> years();
}
