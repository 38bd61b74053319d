package nl.knelpunt.immigration;

import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.csv.CsvAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Visits to sponsors as a table: one draft per visit with a finding. */
@Component(service = SignalAdapter.class)
@Designate(ocd = VisitsAdapter.Settings.class)
@Reads(format = "controlebezoeken-csv", mediaTypes = "text/csv", fileEndings = "csv")
public final class VisitsAdapter extends CsvAdapter {

    @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%name")
    public @interface Settings {

        @AttributeDefinition(name = "%mapping", description = "%mapping.description", required = false)
        String mapping() default "";
    }

    @Activate
    public VisitsAdapter(Settings settings) {
        super("controlebezoeken-csv", settings.mapping());
    }
}
