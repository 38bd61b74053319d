package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.port.DatumRepository;

/** Whether a text that goes to a party without data exchange says what is a datum of the knelpunt, or refers to one (G02). */
final class Betrayal {

    private static final int AT_ONCE = 500;
    /** Letters and digits: a shorter value stands in too many words. */
    private static final int SHORTEST_VALUE = 5;

    private static final int SHORTEST_NAME = 4;

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Of these the value is a name, a number, an address. */
    private static final Set<DataCategory> VALUES = EnumSet.of(
            DataCategory.IDENTIFICATION,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.VEHICLE,
            DataCategory.CADASTRAL,
            DataCategory.COMPANY);

    private final Map<String, String> bare = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Set<String> betraying = new LinkedHashSet<>();

    private final Predicate<Datum> known;

    private Betrayal(TaskSheet.Content content, Predicate<Datum> known) {
        this.known = known;
        look("party", content.party());
        look("description", content.description());
        look("asked", content.asked());
        look("contact", content.contact());
    }

    /**
     * Fields of a sheet that do.
     *
     * @param known of which data the writer may know: of others a refusal would tell that they are there
     */
    static List<String> fields(DatumRepository data, UUID knelpunt, TaskSheet.Content content, Predicate<Datum> known) {
        Betrayal betrayal = new Betrayal(content, known);
        List<Datum> some;
        UUID after = null;
        do {
            some = data.ofDossier(knelpunt, after, AT_ONCE);
            some.forEach(betrayal::look);
            after = some.isEmpty() ? null : some.get(some.size() - 1).id();
        } while (some.size() == AT_ONCE);
        return new ArrayList<>(betrayal.betraying);
    }

    private void look(String field, String text) {
        if (text != null) {
            bare.put(field, bare(text));
            words.put(field, Set.copyOf(Arrays.asList(text.split("[^\\p{L}]+"))));
            if (ID.matcher(text).find()) {
                betraying.add(field);
            }
        }
    }

    private void look(Datum datum) {
        if (datum.content() == null || !VALUES.contains(datum.category())) {
            return;
        }
        Set<String> fields = fields(datum);
        if (!betraying.containsAll(fields) && known.test(datum)) {
            betraying.addAll(fields);
        }
    }

    private Set<String> fields(Datum datum) {
        Set<String> fields = new LinkedHashSet<>();
        String value = bare(datum.content());
        bare.forEach((field, text) -> {
            if (value.length() >= SHORTEST_VALUE && text.contains(value)) {
                fields.add(field);
            }
        });
        if (datum.category() == DataCategory.IDENTIFICATION) {
            // A surname alone tells enough.
            for (String name : datum.content().split("[^\\p{L}]+")) {
                if (name.length() >= SHORTEST_NAME && Character.isUpperCase(name.charAt(0))) {
                    words.forEach((field, said) -> {
                        if (said.contains(name)) {
                            fields.add(field);
                        }
                    });
                }
            }
        }
        return fields;
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
