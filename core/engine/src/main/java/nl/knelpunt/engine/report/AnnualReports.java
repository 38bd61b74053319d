package nl.knelpunt.engine.report;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the bureau does with annual reports (Wgs 1.12). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface AnnualReports {

    /** @param figures as they may be published: of a draft as they are now */
    record ShownReport(AnnualReport report, List<Shown> figures) {}

    /** Years of which something was counted or written, the last first. */
    List<AnnualReport> list(Call call);

    /** Also of a year in which nothing was written yet; a draft without texts then. */
    ShownReport see(Call call, int year);

    /** The report as it is published, or as a draft of it. */
    byte[] print(Call call, int year, Document.Format format, Locale language);

    Done write(Call call, int year, UnaryOperator<AnnualReport.Texts> change);

    /** For good, once the year is over. */
    Done fix(Call call, int year);
}
