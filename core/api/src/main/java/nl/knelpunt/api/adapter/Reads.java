package nl.knelpunt.api.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** What an adapter reads: service properties {@code knelpunt.reads.*} on its component. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Reads {

    /** Before the name of each property; Declarative Services asks for this constant. */
    String PREFIX_ = "knelpunt.reads.";

    /** Short name of the format, unique within the plugin, such as {@code signalen-json}. */
    String format();

    /** Media types without parameters, such as {@code application/json}. */
    String[] mediaTypes();

    /** File name endings without the dot, lower case, such as {@code json}; for the drop folder and {@code send}. */
    String[] fileEndings();
}
