package ${package};

import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.csv.CsvAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Inspections as a table: one draft per inspection with a violation. Which column is what stands in knelpunt/mappings. */
@Component(service = SignalAdapter.class)
@Designate(ocd = TableAdapter.Settings.class)
@Reads(format = "toezicht-csv", mediaTypes = "text/csv", fileEndings = "csv")
public final class TableAdapter extends CsvAdapter {

    @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%name")
    public @interface Settings {

        @AttributeDefinition(name = "%mapping", description = "%mapping.description", required = false)
        String mapping() default "";
    }

    @Activate
    public TableAdapter(Settings settings) {
        super("toezicht-csv", settings.mapping());
    }
}
