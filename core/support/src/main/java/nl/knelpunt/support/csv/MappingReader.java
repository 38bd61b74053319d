package nl.knelpunt.support.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.csv.CsvMapping.About;
import nl.knelpunt.support.csv.CsvMapping.Content;
import nl.knelpunt.support.csv.CsvMapping.Given;
import nl.knelpunt.support.csv.CsvMapping.Only;
import nl.knelpunt.support.csv.CsvMapping.PlaceColumns;
import nl.knelpunt.support.json.JsonReader;

/** Reads one mapping. What it does not know it refuses, since a mistake in it would lose or let through data silently. */
final class MappingReader {

    /** With this begins the place of a mistake. */
    private static final String PLACE = "mapping";

    private static final Map<String, Character> SEPARATORS = Map.of(",", ',', ";", ';', "tab", '\t', "|", '|');
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "ISO-8859-1", "WINDOWS-1252");
    private static final int MOST = 200;
    private static final Pattern FIELD = Pattern.compile("[a-z0-9-]{1,64}");

    /** Headings of what never leaves a reader: Bgs 1.9, AVG 9(1), and who complained, witnessed or suffered. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "nationalit|staatsburger|citizenship|geboorteland|herkomst|country of birth|etni|ethni|\\bras\\b|\\brace\\b|religi"
                    + "|geloof|godsdienst|gezondheid|health|medisch|medical|ziekte|geaardheid|orientatie|oriëntatie"
                    + "|sexual|politieke|vakbond|trade union|biometr|vingerafdruk|fingerprint|gezichtsopname|pasfoto"
                    + "|genetisch|\\bdna\\b|melder|klager|tipgever|slachtoffer|getuige|complainant|victim|witness",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Text FORBIDDEN_COLUMN = new Text(
            "Deze kolom mag niet worden overgenomen: nationaliteit, bijzondere gegevens en gegevens over melders, getuigen"
                    + " en slachtoffers komen niet in een signaal (artikel 1.9 Bgs, artikel 9 AVG). Laat de kolom weg.",
            "This column may not be taken over: nationality, special categories and data about complainants, witnesses and"
                    + " victims do not go into a signal (article 1.9 Bgs, article 9 GDPR). Leave it out.");
    private static final Text FORBIDDEN_CATEGORY = new Text(
            "Deze categorie komt nooit uit een lezer. Laat het gegeven weg.",
            "This category never leaves a reader. Leave the datum out.");
    private static final Text TOO_MANY =
            new Text("Hier staat te veel: hoogstens " + MOST + ".", "Too many here: at most " + MOST + ".");
    private static final Text NO_PATTERN = new Text(
            "Dit is geen schrijfwijze van een datum of tijd, zoals dd-MM-yyyy of HH:mm.",
            "This is no way to write a date or time, such as dd-MM-yyyy or HH:mm.");
    private static final Text NO_SEPARATOR = new Text(
            "Het scheidingsteken is \",\", \";\", \"|\" of \"tab\".",
            "The separator is \",\", \";\", \"|\" or \"tab\".");
    private static final Text NO_ENCODING = new Text(
            "De codering is UTF-8, ISO-8859-1 of WINDOWS-1252.", "The encoding is UTF-8, ISO-8859-1 or WINDOWS-1252.");
    private static final Text NO_SIGN =
            new Text("Het decimaalteken is \",\" of \".\".", "The decimal sign is \",\" or \".\".");
    private static final Text NO_FIELD = new Text(
            "Een veld heet naar wat het is, in kleine letters, cijfers en streepjes.",
            "A field is named after what it is, in lower case letters, digits and hyphens.");
    private static final Text NO_DATUM = new Text(
            "Een gegeven heeft category, field en ofwel column ofwel text; as hoort bij column.",
            "A datum has category, field and either column or text; as goes with column.");
    private static final Text NOTHING =
            new Text("Dit mag niet ontbreken of leeg zijn.", "This can't be missing or empty.");
    private static final Text NO_WHAT = new Text(
            "\"observation\" met \"what\" ontbreekt: zonder waarneming is er geen signaal.",
            "\"observation\" with \"what\" is missing: without an observation there is no signal.");
    private static final Text NO_FORMAT_OF_DATE = new Text(
            "Een kolom met een datum of tijd vraagt om \"dates\" of \"times\": hoe die geschreven is.",
            "A column with a date or time asks for \"dates\" or \"times\": how it is written.");

    private final JsonReader json;
    private final Set<String> columns;

    private MappingReader(JsonReader json, Set<String> columns) {
        this.json = json;
        this.columns = columns;
    }

    /** @param columns takes the headings that the mapping names */
    static Content read(InputStream mapping, Set<String> columns) throws MessageException, IOException {
        try {
            return new MappingReader(new JsonReader(mapping), columns).content();
        } catch (MessageException e) {
            throw new MessageException(PLACE + ", " + e.where(), e.reason());
        }
    }

    private Content content() throws MessageException, IOException {
        char separator = ',';
        String encoding = "UTF-8";
        boolean lineBreak = true;
        char sign = '.';
        DateTimeFormatter dates = null;
        DateTimeFormatter times = null;
        Template messageId = null;
        List<Only> only = List.of();
        Seen seen = null;
        Map<String, Map<String, String>> words = Map.of();
        List<About> subjects = List.of();
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "$schema" -> json.string();
                case "separator" -> separator = oneOf(SEPARATORS, NO_SEPARATOR);
                case "encoding" -> encoding = encoding();
                case "endsWithLineBreak" -> lineBreak = !Boolean.FALSE.equals(json.flag());
                case "decimalSign" -> sign = oneOf(Map.of(",", ',', ".", '.'), NO_SIGN);
                case "dates" -> dates = format(LocalDate.of(2026, 12, 31), LocalDate::from);
                case "times" -> times = format(LocalTime.of(23, 59), LocalTime::from);
                case "messageId" -> messageId = template();
                case "only" -> only = list(this::only);
                case "observation" -> seen = seen();
                case "words" -> words = words();
                case "subjects" -> subjects = list(this::about);
                default ->
                    throw unknown("separator, encoding, endsWithLineBreak, decimalSign, dates, times, messageId, only,"
                            + " observation, words, subjects");
            }
        }
        if (seen == null || seen.what.isEmpty()) {
            throw json.error(NO_WHAT);
        }
        if (seen.date != null && dates == null || seen.time != null && times == null) {
            throw json.error(NO_FORMAT_OF_DATE);
        }
        return new Content(
                new CsvReader.Layout(separator, Charset.forName(encoding), lineBreak),
                sign,
                dates,
                times,
                only,
                messageId,
                seen.what,
                seen.date,
                seen.time,
                seen.observedBy,
                seen.place,
                words,
                subjects);
    }

    private record Seen(List<Template> what, String date, String time, Template observedBy, PlaceColumns place) {}

    private Seen seen() throws MessageException, IOException {
        List<Template> what = List.of();
        String date = null;
        String time = null;
        Template observedBy = null;
        PlaceColumns place = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "what" -> what = list(this::template);
                case "date" -> date = column();
                case "time" -> time = column();
                case "observedBy" -> observedBy = template();
                case "place" -> place = place();
                default -> throw unknown("what, date, time, observedBy, place");
            }
        }
        return new Seen(what, date, time, observedBy, place);
    }

    private PlaceColumns place() throws MessageException, IOException {
        Template description = null;
        String postcode = null;
        Template town = null;
        String municipality = null;
        String longitude = null;
        String latitude = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "description" -> description = template();
                case "postcode" -> postcode = column();
                case "town" -> town = template();
                case "municipality" -> municipality = column();
                case "longitude" -> longitude = column();
                case "latitude" -> latitude = column();
                default -> throw unknown("description, postcode, town, municipality, longitude, latitude");
            }
        }
        if ((longitude == null) != (latitude == null)) {
            throw json.error(NOTHING);
        }
        return new PlaceColumns(description, postcode, town, municipality, longitude, latitude);
    }

    private Only only() throws MessageException, IOException {
        String column = null;
        List<String> in = List.of();
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "column" -> column = column();
                case "in" -> in = list(this::given);
                default -> throw unknown("column, in");
            }
        }
        if (column == null || in.isEmpty()) {
            throw json.error(NOTHING);
        }
        return new Only(column, Set.copyOf(new HashSet<>(in)));
    }

    private Map<String, Map<String, String>> words() throws MessageException, IOException {
        Map<String, Map<String, String>> all = new HashMap<>();
        json.object();
        while (json.next()) {
            String column = asked(json.name());
            Map<String, String> words = new HashMap<>();
            json.object();
            while (json.next()) {
                words.put(json.name(), given());
                bounded(words.size());
            }
            all.put(column, Map.copyOf(words));
            bounded(all.size());
        }
        return Map.copyOf(all);
    }

    private About about() throws MessageException, IOException {
        SubjectKind kind = null;
        List<Given> data = List.of();
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "kind" -> kind = constant(SubjectKind.class);
                case "data" -> data = list(this::datum);
                default -> throw unknown("kind, data");
            }
        }
        if (kind == null || data.isEmpty()) {
            throw json.error(NOTHING);
        }
        return new About(kind, data);
    }

    private Given datum() throws MessageException, IOException {
        DataCategory category = null;
        String field = null;
        String column = null;
        Template text = null;
        Form form = null;
        json.object();
        while (json.next()) {
            switch (json.name()) {
                case "category" -> category = category();
                case "field" -> field = field();
                case "column" -> column = column();
                case "text" -> text = template();
                case "as" -> form = constant(Form.class);
                default -> throw unknown("category, field, column, text, as");
            }
        }
        if (category == null || field == null || (column == null) == (text == null) || form != null && column == null) {
            throw json.error(NO_DATUM);
        }
        return new Given(
                category,
                field,
                column == null ? text : new Template(List.of(new Template.Part(column, true))),
                form == null ? Form.TEXT : form);
    }

    private DataCategory category() throws MessageException, IOException {
        DataCategory category = constant(DataCategory.class);
        if (category == DataCategory.NATIONALITY || category == DataCategory.SPECIAL) {
            throw json.error(FORBIDDEN_CATEGORY);
        }
        return category;
    }

    private String field() throws MessageException, IOException {
        String field = given();
        if (!FIELD.matcher(field).matches()) {
            throw json.error(NO_FIELD);
        }
        if (FORBIDDEN.matcher(field).find()) {
            throw json.error(FORBIDDEN_COLUMN);
        }
        return field;
    }

    private Template template() throws MessageException, IOException {
        Template template = Template.of(given());
        for (String column : template.columns()) {
            asked(column);
        }
        return template;
    }

    private String column() throws MessageException, IOException {
        return asked(given());
    }

    private String asked(String column) throws MessageException {
        if (FORBIDDEN.matcher(column).find()) {
            throw json.error(FORBIDDEN_COLUMN);
        }
        columns.add(column);
        bounded(columns.size());
        return column;
    }

    /** @param example has to come out as it went in: then the pattern says all that is needed */
    private <T extends TemporalAccessor> DateTimeFormatter format(T example, TemporalQuery<T> reading)
            throws MessageException, IOException {
        try {
            // In Java's patterns y is the year of an era, which a strict formatter can't do without the era.
            DateTimeFormatter format = DateTimeFormatter.ofPattern(
                            given().replace('y', 'u'), Locale.forLanguageTag("nl"))
                    .withResolverStyle(ResolverStyle.STRICT);
            if (format.parse(format.format(example), reading).equals(example)) {
                return format;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Refused below.
        }
        throw json.error(NO_PATTERN);
    }

    private String encoding() throws MessageException, IOException {
        String encoding = given().toUpperCase(Locale.ROOT);
        if (!ENCODINGS.contains(encoding)) {
            throw json.error(NO_ENCODING);
        }
        return encoding;
    }

    private char oneOf(Map<String, Character> allowed, Text otherwise) throws MessageException, IOException {
        Character given = allowed.get(given());
        if (given == null) {
            throw json.error(otherwise);
        }
        return given;
    }

    private <E extends Enum<E>> E constant(Class<E> type) throws MessageException, IOException {
        String given = given();
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(given)) {
                return constant;
            }
            names.add(constant.name());
        }
        String known = String.join(", ", names);
        throw json.error(new Text("Kies een van: " + known + ".", "Choose one of: " + known + "."));
    }

    /** Text that has to be there. */
    private String given() throws MessageException, IOException {
        String given = json.string(1_000);
        if (given == null) {
            throw json.error(NOTHING);
        }
        return given;
    }

    private interface Reading<T> {
        T read() throws MessageException, IOException;
    }

    private <T> List<T> list(Reading<T> reading) throws MessageException, IOException {
        List<T> list = new ArrayList<>();
        json.array();
        while (json.next()) {
            list.add(reading.read());
            bounded(list.size());
        }
        return List.copyOf(list);
    }

    private void bounded(int size) throws MessageException {
        if (size > MOST) {
            throw json.error(TOO_MANY);
        }
    }

    private MessageException unknown(String known) {
        return json.error(new Text(
                "Dit onderdeel is hier niet bekend. Bekend zijn: " + known + ".",
                "This part is not known here. Known are: " + known + "."));
    }
}
