package nl.knelpunt.labourinspectorate;

import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.csv.CsvAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Results of inspections as a table: one draft per inspection with a violation. */
@Component(service = SignalAdapter.class)
@Designate(ocd = InspectionsAdapter.Settings.class)
@Reads(format = "inspecties-csv", mediaTypes = "text/csv", fileEndings = "csv")
public final class InspectionsAdapter extends CsvAdapter {

    @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%name")
    public @interface Settings {

        @AttributeDefinition(name = "%mapping", description = "%mapping.description", required = false)
        String mapping() default "";
    }

    @Activate
    public InspectionsAdapter(Settings settings) {
        super("inspecties-csv", settings.mapping());
    }
}
