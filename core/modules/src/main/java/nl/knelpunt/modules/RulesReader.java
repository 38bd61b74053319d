package nl.knelpunt.modules;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.Organ;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.modules.DescriptorReader.ParticipantFile;

/**
 * Makes sector rules of a descriptor: each predicate has the name of its record in {@link Condition}, and what that record doesn't
 * take is a mistake here. Null stands for what was mistaken; the mistakes are all told at once.
 */
final class RulesReader {

    private static final Set<String> REQUIRED = new TreeSet<>(Set.of(
            "id", "title", "article", "checkedByJurist", "validFrom", "moments", "message", "remedy", "refuseWhen"));

    private static final String OPTIONAL = "validTo";

    private static final Text TEXT_IN_QUOTES =
            new Text("hier hoort een tekst tussen aanhalingstekens", "a text in quotes is expected here");

    /** Of what the API's own types have against a value. */
    static final Map<String, String> DUTCH = Map.ofEntries(
            entry(
                    "an id is a capital letter, then at most 15 capitals, digits or hyphens, such as P1",
                    "een id is een hoofdletter, dan hooguit 15 hoofdletters, cijfers of streepjes, zoals P1"),
            entry("the last day is not before the first", "de laatste dag ligt niet voor de eerste"),
            entry("name at least one moment", "noem minstens één moment"),
            entry(
                    "at SUPPLY nobody receives the datum yet, so the recipient can't be asked",
                    "bij SUPPLY krijgt nog niemand het gegeven, dus is de ontvanger niet te vragen"),
            entry(
                    "a text has at most " + SectorRule.LONGEST_LINE + " characters and no braces",
                    "een tekst heeft hooguit " + SectorRule.LONGEST_LINE + " tekens en geen accolades"),
            entry(
                    "a text has at most " + SectorRule.LONGEST_TEXT + " characters and no braces",
                    "een tekst heeft hooguit " + SectorRule.LONGEST_TEXT + " tekens en geen accolades"),
            entry("a phase is 0 (in a signal), 1, 2 or 3", "een fase is 0 (in een signaal), 1, 2 of 3"),
            entry("a term is 1 to 60 months", "een termijn is 1 tot en met 60 maanden"),
            entry(
                    "a rule holds at most " + Condition.MOST + " conditions",
                    "een regel heeft hooguit " + Condition.MOST + " voorwaarden"),
            entry("name at least one condition", "noem minstens één voorwaarde"),
            entry(
                    "conditions are nested at most " + Condition.DEEPEST + " deep",
                    "voorwaarden zitten hooguit " + Condition.DEEPEST + " diep in elkaar"),
            entry("name at least one value", "noem minstens één waarde"),
            entry(
                    "a text to compare with has 1 to 100 characters",
                    "een tekst om mee te vergelijken heeft 1 tot en met 100 tekens"),
            entry(
                    "use at most 64 lower case letters, digits and hyphens, nothing else",
                    "gebruik hooguit 64 kleine letters, cijfers en streepjes, niets anders"));

    private final String file;
    private final ParticipantFile participant;
    private final Problems problems;

    /** What stands after the name of a predicate. */
    private interface Predicate {

        Condition read(JsonNode value, String path, int depth);
    }

    private final Map<String, Predicate> predicates = new TreeMap<>(Map.ofEntries(
            entry("all", several(Condition.All::new)),
            entry("any", several(Condition.Any::new)),
            entry("not", this::not),
            entry("categoryIn", oneOf(DataCategory.class, Condition.CategoryIn::new)),
            entry("fieldIn", texts(this::any, Condition.FieldIn::new)),
            entry("phaseIn", this::phases),
            entry("organIn", oneOf(Organ.class, this::ownOrgan, Condition.OrganIn::new)),
            entry("taskIn", texts(this::ownTask, Condition.TaskIn::new)),
            entry("originIn", oneOf(OriginFlag.class, Condition.OriginIn::new)),
            entry("manifestationIn", oneOf(Manifestation.class, Condition.ManifestationIn::new)),
            entry("activityIn", oneOf(Activity.class, Condition.ActivityIn::new)),
            entry("objectTypeIn", oneOf(ObjectType.class, Condition.ObjectTypeIn::new)),
            entry("recipientIn", oneOf(Recipient.class, Condition.RecipientIn::new)),
            entry("recipientOrganIn", oneOf(Organ.class, Condition.RecipientOrganIn::new)),
            entry("actorOrganIn", oneOf(Organ.class, Condition.ActorOrganIn::new)),
            entry("olderThanMonths", this::olderThan),
            entry("basisMissing", justTrue(Condition.BasisMissing::new)),
            entry("basisMentions", texts(this::any, Condition.BasisMentions::new)),
            entry("policeClassIn", oneOf(WpgClass.class, Condition.PoliceClassIn::new)),
            entry("subjectKindIn", oneOf(SubjectKind.class, Condition.SubjectKindIn::new)),
            entry("subjectInCircle", justTrue(Condition.SubjectInCircle::new))));

    RulesReader(String file, ParticipantFile participant, Problems problems) {
        this.file = file;
        this.participant = participant;
        this.problems = problems;
    }

    /** Names of the predicates that a rule can use. */
    Set<String> predicates() {
        return predicates.keySet();
    }

    /** @return the rules that are sound */
    List<SectorRule> read(JsonNode rules) {
        List<SectorRule> sound = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (isList(rules, "$") && rules.size() > SectorRule.MOST) {
            mistake(
                    "$",
                    "een module heeft hooguit " + SectorRule.MOST + " regels",
                    "a plugin has at most " + SectorRule.MOST + " rules");
            return sound;
        }
        for (int i = 0; i < rules.size(); i++) {
            String path = "$[" + i + "]";
            SectorRule rule = rule(rules.get(i), path);
            if (rule != null && !ids.add(rule.id())) {
                twice(path + ".id", rule.id());
            }
            if (rule != null) {
                sound.add(rule);
            }
        }
        return sound;
    }

    private SectorRule rule(JsonNode node, String path) {
        if (!node.isObject()) {
            return mistake(path, "hier hoort een object", "an object is expected here");
        }
        for (String name : names(node)) {
            if (!REQUIRED.contains(name) && !name.equals(OPTIONAL)) {
                mistake(path + "." + name, isAboutPermitting(name) ? onlyRefuses(name) : unknown());
            }
        }
        String id = text(node, path, "id");
        Text title = bilingual(node, path, "title");
        String article = text(node, path, "article");
        Boolean checked = flag(node, path, "checkedByJurist");
        LocalDate validFrom = day(node, path, "validFrom");
        LocalDate validTo = node.has(OPTIONAL) ? day(node, path, OPTIONAL) : null;
        Set<RuleMoment> moments = moments(node, path);
        Text message = bilingual(node, path, "message");
        Text remedy = bilingual(node, path, "remedy");
        Condition refuseWhen =
                isThere(node, path, "refuseWhen") ? condition(node.get("refuseWhen"), path + ".refuseWhen", 1) : null;
        boolean whole = id != null
                && title != null
                && article != null
                && checked != null
                && validFrom != null
                && (validTo != null || !node.has(OPTIONAL))
                && moments != null
                && message != null
                && remedy != null
                && refuseWhen != null;
        return whole
                ? made(
                        path,
                        () -> new SectorRule(
                                id, title, article, checked, validFrom, validTo, moments, message, remedy, refuseWhen))
                : null;
    }

    private static boolean isAboutPermitting(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("permit") || lower.contains("allow");
    }

    private static Text onlyRefuses(String name) {
        return new Text(
                "een regel kan alleen weigeren, dus is er geen \"" + name
                        + "\"; zeg in \"refuseWhen\" wanneer hij weigert",
                "a rule can only refuse, so there is no \"" + name + "\"; say in \"refuseWhen\" when it refuses");
    }

    private static Text unknown() {
        String known = listed(REQUIRED) + ", " + OPTIONAL;
        return new Text("dit veld is onbekend; bekend zijn " + known, "this field is unknown; known are " + known);
    }

    // Conditions

    private Condition condition(JsonNode node, String path, int depth) {
        if (depth > Condition.DEEPEST) {
            return mistake(path, inBothLanguages("conditions are nested at most " + Condition.DEEPEST + " deep"));
        }
        List<String> names = node.isObject() ? names(node) : List.of();
        if (names.size() != 1) {
            return mistake(
                    path,
                    "een voorwaarde is een object met één predicaat; zet er meer in \"all\" of \"any\". Bekend zijn "
                            + listed(predicates.keySet()),
                    "a condition is an object with one predicate; put several in \"all\" or \"any\". Known are "
                            + listed(predicates.keySet()));
        }
        String name = names.get(0);
        Predicate predicate = predicates.get(name);
        return predicate == null
                ? mistake(
                        path,
                        "\"" + name + "\" is geen predicaat; bekend zijn " + listed(predicates.keySet()),
                        "\"" + name + "\" is no predicate; known are " + listed(predicates.keySet()))
                : predicate.read(node.get(name), path + "." + name, depth);
    }

    private Predicate several(Function<List<Condition>, Condition> made) {
        return (value, path, depth) -> {
            if (!isList(value, path)) {
                return null;
            }
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                parts.add(condition(value.get(i), path + "[" + i + "]", depth + 1));
            }
            return parts.contains(null) ? null : made(path, () -> made.apply(parts));
        };
    }

    private Condition not(JsonNode value, String path, int depth) {
        Condition condition = condition(value, path, depth + 1);
        return condition == null ? null : made(path, () -> new Condition.Not(condition));
    }

    private <E extends Enum<E>> Predicate oneOf(Class<E> type, Function<Set<E>, Condition> made) {
        return oneOf(type, (value, path) -> value, made);
    }

    private <E extends Enum<E>> Predicate oneOf(Class<E> type, Check<E> check, Function<Set<E>, Condition> made) {
        return (value, path, depth) -> {
            Set<E> values = values(value, path, (item, at) -> {
                E constant = constant(type, item, at);
                return constant == null ? null : check.passed(constant, at);
            });
            return values == null ? null : made(path, () -> made.apply(values));
        };
    }

    private Predicate texts(Check<String> check, Function<Set<String>, Condition> made) {
        return (value, path, depth) -> {
            Set<String> values = values(
                    value,
                    path,
                    (item, at) -> item.isTextual() ? check.passed(item.textValue(), at) : mistake(at, TEXT_IN_QUOTES));
            return values == null ? null : made(path, () -> made.apply(values));
        };
    }

    private Condition phases(JsonNode value, String path, int depth) {
        Set<Integer> values = values(
                value,
                path,
                (item, at) -> item.isInt()
                        ? (Integer) item.intValue()
                        : mistake(at, "hier hoort een getal", "a number is expected here"));
        return values == null ? null : made(path, () -> new Condition.PhaseIn(values));
    }

    private Condition olderThan(JsonNode value, String path, int depth) {
        return value.isInt()
                ? made(path, () -> new Condition.OlderThanMonths(value.intValue()))
                : mistake(path, "hier hoort een aantal maanden", "a number of months is expected here");
    }

    private Predicate justTrue(Supplier<Condition> made) {
        return (value, path, depth) -> value.isBoolean() && value.booleanValue()
                ? made.get()
                : mistake(
                        path,
                        "hier kan alleen true staan; zet het in \"not\" voor het omgekeerde",
                        "only true can stand here; put it in \"not\" for the opposite");
    }

    /** A value that is sound by itself, or null after a mistake was noted. */
    private interface Check<V> {

        V passed(V value, String path);
    }

    private String any(String value, String path) {
        return value;
    }

    /** A rule about what these participants never supply would never speak: more likely something else was meant. */
    private Organ ownOrgan(Organ organ, String path) {
        return participant.organs().stream().anyMatch(o -> o.name().equals(organ.name()))
                ? organ
                : mistake(
                        path,
                        organ + " hoort niet bij de organen van " + DescriptorReader.PARTICIPANT,
                        organ + " is not among the organs of " + DescriptorReader.PARTICIPANT);
    }

    private String ownTask(String task, String path) {
        return participant.tasks().contains(task)
                ? task
                : mistake(
                        path,
                        "\"" + task + "\" hoort niet bij de taken van " + DescriptorReader.PARTICIPANT + "; dat zijn "
                                + listed(participant.tasks()),
                        "\"" + task + "\" is not among the tasks of " + DescriptorReader.PARTICIPANT + "; they are "
                                + listed(participant.tasks()));
    }

    private interface Item<V> {

        V read(JsonNode item, String path);
    }

    /** Null when any of them is mistaken. */
    private <V> Set<V> values(JsonNode node, String path, Item<V> item) {
        if (!isList(node, path)) {
            return null;
        }
        boolean sound = true;
        Set<V> values = new LinkedHashSet<>();
        for (int i = 0; i < node.size(); i++) {
            String at = path + "[" + i + "]";
            V value = item.read(node.get(i), at);
            if (value != null && !values.add(value)) {
                value = twice(at, value);
            }
            sound &= value != null;
        }
        return sound ? values : null;
    }

    // Parts of a rule

    private Set<RuleMoment> moments(JsonNode node, String path) {
        return isThere(node, path, "moments")
                ? values(node.get("moments"), path + ".moments", (item, at) -> constant(RuleMoment.class, item, at))
                : null;
    }

    private <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String path) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> node.isTextual() && c.name().equals(node.textValue()))
                .findFirst()
                .orElseGet(() -> {
                    String known = listed(Arrays.asList(type.getEnumConstants()));
                    String given = node.isTextual() ? "\"" + node.textValue() + "\"" : null;
                    return mistake(
                            path,
                            (given == null ? "dit" : given) + " is niet een van " + known,
                            (given == null ? "this" : given) + " is not one of " + known);
                });
    }

    private String text(JsonNode node, String path, String name) {
        if (!isThere(node, path, name)) {
            return null;
        }
        JsonNode text = node.get(name);
        return text.isTextual() ? text.textValue() : mistake(path + "." + name, TEXT_IN_QUOTES);
    }

    private Text bilingual(JsonNode node, String path, String name) {
        if (!isThere(node, path, name)) {
            return null;
        }
        JsonNode text = node.get(name);
        boolean both = text.isObject()
                && Set.copyOf(names(text)).equals(Set.of("nl", "en"))
                && isFilled(text.get("nl"))
                && isFilled(text.get("en"));
        return both
                ? new Text(text.get("nl").textValue(), text.get("en").textValue())
                : mistake(
                        path + "." + name,
                        "een tekst heeft \"nl\" en \"en\" nodig, geen van beide leeg, en niets anders",
                        "a text needs both \"nl\" and \"en\", neither of them empty, nothing else");
    }

    private static boolean isFilled(JsonNode text) {
        return text.isTextual() && !text.textValue().isBlank();
    }

    private Boolean flag(JsonNode node, String path, String name) {
        if (!isThere(node, path, name)) {
            return null;
        }
        return node.get(name).isBoolean()
                ? (Boolean) node.get(name).booleanValue()
                : mistake(path + "." + name, "hier hoort true of false", "true or false is expected here");
    }

    private LocalDate day(JsonNode node, String path, String name) {
        String day = text(node, path, name);
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            return mistake(
                    path + "." + name,
                    "hier hoort een dag zoals 2026-03-01",
                    "a day such as 2026-03-01 is expected here");
        }
    }

    private boolean isThere(JsonNode node, String path, String name) {
        JsonNode part = node.get(name);
        boolean there = part != null
                && !part.isNull()
                && !(part.isTextual() && part.textValue().isBlank());
        if (!there) {
            mistake(path + "." + name, "ontbreekt of is leeg", "is missing or empty");
        }
        return there;
    }

    private boolean isList(JsonNode node, String path) {
        if (!node.isArray()) {
            mistake(path, "hier hoort een lijst", "a list is expected here");
        }
        return node.isArray();
    }

    /** What a value's own type has against it is the mistake. */
    private <V> V made(String path, Supplier<V> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            return mistake(path, inBothLanguages(e.getMessage()));
        }
    }

    /** The API says it in English only. */
    private static Text inBothLanguages(String en) {
        return new Text(DUTCH.getOrDefault(en, "deze waarde kan hier niet staan"), en);
    }

    private <V> V twice(String path, Object value) {
        return mistake(path, "\"" + value + "\" staat er twee keer", "\"" + value + "\" stands here twice");
    }

    private <V> V mistake(String path, Text sentence) {
        return mistake(path, sentence.nl(), sentence.en());
    }

    private <V> V mistake(String path, String nl, String en) {
        problems.add(file, path, nl, en);
        return null;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String listed(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
