package nl.knelpunt.documents;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.DocumentPress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Loads what it prints with at the first document, so that starting doesn't wait for it. */
@Component(configurationPid = PressComponent.PID)
@Designate(ocd = PressComponent.Settings.class)
public final class PressComponent implements DocumentPress {

    static final String PID = "nl.knelpunt.documents";

    /** Printing takes memory. */
    private static final int AT_ONCE = 2;

    @ObjectClassDefinition(name = "House style of documents")
    @interface Settings {

        @AttributeDefinition(description = "With which numbers begin, such as NH; made from the region when empty")
        String prefix() default "";

        @AttributeDefinition(description = "Name of the RIEC on documents; made from the region when empty")
        String name() default "";

        @AttributeDefinition(description = "Colour of headings and lines, #rrggbb")
        String colour() default HouseStyle.DEFAULT_COLOUR;

        @AttributeDefinition(description = "Path of a PNG of at most 500 kB; none when empty")
        String logo() default "";

        @AttributeDefinition(description = "A line under the name, such as an address; may be empty")
        String sender() default "";
    }

    private final Semaphore presses = new Semaphore(AT_ONCE);
    private volatile HouseStyle style;

    @Activate
    public PressComponent(Settings settings) {
        this.style = HouseStyle.of(settings);
    }

    /** What was issued stays as it looked then. */
    @Modified
    void change(Settings settings) {
        style = HouseStyle.of(settings);
    }

    @Override
    public String prefix(Region region) {
        return style.prefixFor(region);
    }

    @Override
    public byte[] html(Composition composition, Region region) {
        return Page.html(composition, style, style.nameFor(region)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] pdf(Composition composition, Region region) {
        presses.acquireUninterruptibly();
        try {
            return Pdf.of(Page.forPrint(composition, style, style.nameFor(region)));
        } finally {
            presses.release();
        }
    }
}
