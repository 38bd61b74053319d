package nl.knelpunt.api.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.Organ;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;

/**
 * When a sector rule refuses: what is said of one datum of this plugin's participants and of the circumstances of the act. These
 * predicates are all that there is. Values with the same content are equal, so that the rules of two versions can be compared.
 *
 * <p>A predicate about something that is not there does not hold: {@code recipientOrganIn} of somebody of the bureau, who has no
 * organ, is false, and so {@code not(recipientOrganIn …)} is true. A rule that says "only to …" therefore refuses where it is not
 * known to whom.
 */
public sealed interface Condition {

    /** Most conditions that one rule may hold; each word of {@link BasisMentions} counts as one. */
    int MOST = 64;

    /** Deepest nesting, the outermost counted as one. */
    int DEEPEST = 8;

    /** As a clause in both languages, such as "the phase is 2 or 3". */
    Text words();

    /** The conditions within it. */
    default List<Condition> parts() {
        return List.of();
    }

    /** How deep it is nested, from 1. */
    default int depth() {
        return 1 + parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /** How many conditions it holds, itself included. */
    default int size() {
        return 1 + parts().stream().mapToInt(Condition::size).sum();
    }

    /** Whether it or a condition within it asks who gets to know the datum. */
    default boolean asksForTheRecipient() {
        return parts().stream().anyMatch(Condition::asksForTheRecipient);
    }

    /** Every one of these holds. */
    record All(List<Condition> of) implements Condition {

        public All {
            of = several(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }

        @Override
        public Text words() {
            return Wording.joined(of, " en ", " and ");
        }
    }

    /** At least one of these holds. */
    record Any(List<Condition> of) implements Condition {

        public Any {
            of = several(of);
        }

        @Override
        public List<Condition> parts() {
            return of;
        }

        @Override
        public Text words() {
            return Wording.joined(of, " of ", " or ");
        }
    }

    /** This does not hold. Also where what it asks for is missing. */
    record Not(Condition condition) implements Condition {

        public Not {
            several(List.of(Objects.requireNonNull(condition, "condition")));
        }

        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }

        @Override
        public Text words() {
            Text words = condition.words();
            return new Text("niet (" + words.nl() + ")", "not (" + words.en() + ")");
        }
    }

    /** The datum is of one of these categories (Wgs 2.22, Bgs 2.15): a rule on income data, say, for Participatiewet 65. */
    record CategoryIn(Set<DataCategory> values) implements Condition {

        public CategoryIn {
            values = some(DataCategory.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("de categorie is", "the category is", values, DataCategory::label);
        }
    }

    /**
     * The datum's field has one of these names, such as {@code kenteken}, in whatever case: for what a sector's law keeps out by
     * name, such as Vw 107(4).
     */
    record FieldIn(Set<String> values) implements Condition {

        public FieldIn {
            values = texts(values);
        }

        @Override
        public Text words() {
            return Wording.quoted("het veld is", "the field is", values);
        }
    }

    /** The datum belongs to one of these phases, 0 being the signal itself (Wgs 2.23(6)). */
    record PhaseIn(Set<Integer> values) implements Condition {

        public PhaseIn {
            values = Collections.unmodifiableSet(new TreeSet<>(filled(values)));
            if (!Set.of(0, 1, 2, 3).containsAll(values)) {
                throw new IllegalArgumentException("a phase is 0 (in a signal), 1, 2 or 3");
            }
        }

        @Override
        public Text words() {
            return Wording.oneOf(
                    "de fase is",
                    "the phase is",
                    values,
                    p -> p == 0 ? new Text("signaal", "signal") : new Text(p.toString(), p.toString()));
        }
    }

    /** The organ that supplied the datum is one of these; of use where one kind of participant has several (Wgs 2.19(1)). */
    record OrganIn(Set<Organ> values) implements Condition {

        public OrganIn {
            values = some(Organ.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf(
                    "het orgaan dat het inbracht is", "the organ that brought it in is", values, Organ::label);
        }
    }

    /**
     * Its supplier holds the datum in one of these statutory tasks, by their codes, such as {@code participatiewet-7}: for secrecy
     * that goes with a task, such as Participatiewet 65 or Wet BRP.
     */
    record TaskIn(Set<String> values) implements Condition {

        public TaskIn {
            values = codes(values);
        }

        @Override
        public Text words() {
            return Wording.quoted("de taak is", "the task is", values);
        }
    }

    /** The datum carries one of these flags: Wgs 1.7(3) and 1.7(6), Wet Bibob 28. */
    record OriginIn(Set<OriginFlag> values) implements Condition {

        public OriginIn {
            values = some(OriginFlag.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("de herkomst is", "the origin is", values, OriginFlag::label);
        }
    }

    /**
     * The signal or knelpunt is about one of these manifestations (Bgs 2.16(1)(b)): for data that a sector supplies for some
     * crimes only.
     */
    record ManifestationIn(Set<Manifestation> values) implements Condition {

        public ManifestationIn {
            values = some(Manifestation.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("de verschijningsvorm is", "the manifestation is", values, Manifestation::label);
        }
    }

    /** The dossier is one of these activities (Wgs 2.18(1)): a signal is none, so this is false there. */
    record ActivityIn(Set<Activity> values) implements Condition {

        public ActivityIn {
            values = some(Activity.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("de activiteit is", "the activity is", values, Activity::label);
        }
    }

    /** The knelpunt is about one of these (Wgs 1.1): not whole branches or areas, say (Wpg 3(2)). False in a signal. */
    record ObjectTypeIn(Set<ObjectType> values) implements Condition {

        public ObjectTypeIn {
            values = some(ObjectType.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("het object is", "the object is", values, ObjectType::label);
        }
    }

    /**
     * One of these gets to know the datum: who looks, analyses or takes it over, or to whom the result goes (Awb 2:5 and other
     * secrecy). Not at {@link RuleMoment#SUPPLY}, where nobody receives yet.
     */
    record RecipientIn(Set<Recipient> values) implements Condition {

        public RecipientIn {
            values = some(Recipient.class, values);
        }

        @Override
        public boolean asksForTheRecipient() {
            return true;
        }

        @Override
        public Text words() {
            return Wording.oneOf("de ontvanger is", "the recipient is", values, Recipient::label);
        }
    }

    /**
     * Who gets to know the datum does so as one of these organs; of a participant that receives a result, one of its organs is
     * enough. False for the bureau and for whoever is no participant. Not at {@link RuleMoment#SUPPLY}.
     */
    record RecipientOrganIn(Set<Organ> values) implements Condition {

        public RecipientOrganIn {
            values = some(Organ.class, values);
        }

        @Override
        public boolean asksForTheRecipient() {
            return true;
        }

        @Override
        public Text words() {
            return Wording.oneOf(
                    "het orgaan van de ontvanger is", "the organ of the recipient is", values, Organ::label);
        }
    }

    /** Who does the act works for one of these organs: where only one may do it. False for the bureau. */
    record ActorOrganIn(Set<Organ> values) implements Condition {

        public ActorOrganIn {
            values = some(Organ.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("het orgaan van wie handelt is", "the organ of who acts is", values, Organ::label);
        }
    }

    /**
     * More than this many months have passed since the datum was first processed by a RIEC; the day itself is still in time. For
     * terms that are shorter than the five years of Wgs 1.8(7), such as Wpg 9(4).
     *
     * @param months 1 to 60; after that the law itself refuses
     */
    record OlderThanMonths(int months) implements Condition {

        public OlderThanMonths {
            if (months < 1 || months > 60) {
                throw new IllegalArgumentException("a term is 1 to 60 months");
            }
        }

        @Override
        public Text words() {
            return new Text(
                    "het is meer dan " + months + (months == 1 ? " maand" : " maanden")
                            + " geleden voor het eerst verwerkt",
                    "it was first processed more than " + months + (months == 1 ? " month" : " months") + " ago");
        }
    }

    /** The supplier named no legal basis. */
    record BasisMissing() implements Condition {

        @Override
        public Text words() {
            return new Text("de grondslag ontbreekt", "the basis is missing");
        }
    }

    /**
     * The legal basis that the supplier wrote holds one of these words, in whatever case: where a basis has to be named, or where
     * one belongs to another route (Wpg 16, 19 and 20(1)). It looks at words, so it is a reminder for the honest and no proof.
     */
    record BasisMentions(Set<String> values) implements Condition {

        public BasisMentions {
            values = texts(values);
            if (values.size() > MOST) {
                throw new IllegalArgumentException("a rule holds at most " + MOST + " conditions");
            }
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Text words() {
            return Wording.quoted("de grondslag noemt", "the basis mentions", values);
        }
    }

    /** The datum is processed under one of these articles of the Wet politiegegevens. False for what is no police data. */
    record PoliceClassIn(Set<WpgClass> values) implements Condition {

        public PoliceClassIn {
            values = some(WpgClass.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("de Wpg-grondslag is", "the ground of the Wpg is", values, WpgClass::label);
        }
    }

    /** The datum is about one of these. */
    record SubjectKindIn(Set<SubjectKind> values) implements Condition {

        public SubjectKindIn {
            values = some(SubjectKind.class, values);
        }

        @Override
        public Text words() {
            return Wording.oneOf("het gaat over:", "it is about:", values, SubjectKind::label);
        }
    }

    /** The datum is about somebody of the direct circle, not about the person or legal person of the signal (Wgs 2.22(1)(b)). */
    record SubjectInCircle() implements Condition {

        @Override
        public Text words() {
            return new Text("het gaat over iemand uit de directe kring", "it is about somebody of the direct circle");
        }
    }

    private static List<Condition> several(List<Condition> conditions) {
        List<Condition> copy = List.copyOf(conditions);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("name at least one condition");
        }
        if (copy.stream().mapToInt(Condition::depth).max().getAsInt() >= DEEPEST) {
            throw new IllegalArgumentException("conditions are nested at most " + DEEPEST + " deep");
        }
        if (copy.stream().mapToInt(Condition::size).sum() >= MOST) {
            throw new IllegalArgumentException("a rule holds at most " + MOST + " conditions");
        }
        return copy;
    }

    private static <C extends Collection<?>> C filled(C values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("name at least one value");
        }
        return values;
    }

    private static <E extends Enum<E>> Set<E> some(Class<E> type, Set<E> values) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(filled(values));
        return Collections.unmodifiableSet(copy);
    }

    private static Set<String> texts(Set<String> values) {
        Set<String> copy = new TreeSet<>(filled(values));
        for (String value : copy) {
            if (value.isBlank() || value.length() > 100) {
                throw new IllegalArgumentException("a text to compare with has 1 to 100 characters");
            }
        }
        return Collections.unmodifiableSet(copy);
    }

    private static Set<String> codes(Set<String> values) {
        Pattern code = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
        Set<String> copy = new TreeSet<>(filled(values));
        for (String value : copy) {
            if (!code.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "use at most 64 lower case letters, digits and hyphens, nothing else");
            }
        }
        return Collections.unmodifiableSet(copy);
    }
}
