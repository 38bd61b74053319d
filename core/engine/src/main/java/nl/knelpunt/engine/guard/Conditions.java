package nl.knelpunt.engine.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.PoliceBasis;

/**
 * The predicates of sector rules, as tests on facts. Each is total: what it looks for may be missing anywhere, and then it does
 * not hold. None allocates, so that a permit costs no more than time.
 */
final class Conditions {

    private Conditions() {}

    /** Whether a condition holds of one datum in the circumstances of the act. */
    @FunctionalInterface
    interface Holds {

        boolean of(Datum datum, Facts facts);
    }

    /** @param day on which it will be asked */
    static Holds compile(Condition condition, LocalDate day) {
        if (condition instanceof Condition.All all) {
            return all(each(all.of(), day));
        } else if (condition instanceof Condition.Any any) {
            return any(each(any.of(), day));
        } else if (condition instanceof Condition.Not not) {
            Holds holds = compile(not.condition(), day);
            return (datum, facts) -> !holds.of(datum, facts);
        } else if (condition instanceof Condition.CategoryIn in) {
            return (datum, facts) -> datum.category() != null && in.values().contains(datum.category());
        } else if (condition instanceof Condition.FieldIn in) {
            String[] names = in.values().toArray(String[]::new);
            return (datum, facts) -> isOneOf(names, datum.field());
        } else if (condition instanceof Condition.PhaseIn in) {
            return (datum, facts) -> in.values().contains(datum.phase());
        } else if (condition instanceof Condition.OrganIn in) {
            Set<Organ> organs = own(in.values());
            return (datum, facts) -> organs.contains(datum.organ());
        } else if (condition instanceof Condition.TaskIn in) {
            return (datum, facts) -> datum.source().task() != null
                    && in.values().contains(datum.source().task());
        } else if (condition instanceof Condition.OriginIn in) {
            OriginFlag[] flags = in.values().toArray(OriginFlag[]::new);
            return (datum, facts) -> holdsAny(datum.origins(), flags);
        } else if (condition instanceof Condition.ManifestationIn in) {
            Set<Manifestation> wanted = in.values();
            Manifestation[] each = wanted.toArray(Manifestation[]::new);
            return (datum, facts) -> isAbout(facts, wanted, each);
        } else if (condition instanceof Condition.ActivityIn in) {
            Set<Activity> activities = in.values();
            return (datum, facts) -> proposal(facts) != null
                    && activities.contains(proposal(facts).activity());
        } else if (condition instanceof Condition.ObjectTypeIn in) {
            Set<ObjectType> types = in.values();
            return (datum, facts) ->
                    proposal(facts) != null && types.contains(proposal(facts).objectType());
        } else if (condition instanceof Condition.RecipientIn in) {
            return (datum, facts) -> in.values().contains(Recipients.of(datum, facts));
        } else if (condition instanceof Condition.RecipientOrganIn in) {
            Organ[] organs = own(in.values()).toArray(Organ[]::new);
            return (datum, facts) -> Recipients.isAnyOf(organs, facts);
        } else if (condition instanceof Condition.ActorOrganIn in) {
            Set<Organ> organs = own(in.values());
            return (datum, facts) -> organs.contains(Recipients.organOf(facts.actor()));
        } else if (condition instanceof Condition.OlderThanMonths older) {
            Instant begin = beginOf(older.months(), day);
            return (datum, facts) ->
                    datum.firstProcessed() != null && datum.firstProcessed().isBefore(begin);
        } else if (condition instanceof Condition.BasisMissing) {
            return (datum, facts) -> Fault.blank(datum.source().basis());
        } else if (condition instanceof Condition.BasisMentions mentions) {
            String[] words = mentions.values().toArray(String[]::new);
            return (datum, facts) -> mentionsAny(datum.source().basis(), words);
        } else if (condition instanceof Condition.PoliceClassIn in) {
            Set<WpgClass> classes = in.values();
            return (datum, facts) -> classes.contains(wpgClass(datum.police()));
        } else if (condition instanceof Condition.SubjectKindIn in) {
            return (datum, facts) -> {
                Subject subject = DataTests.find(facts, datum.subject());
                return subject != null && in.values().contains(subject.kind());
            };
        } else if (condition instanceof Condition.SubjectInCircle) {
            return (datum, facts) -> {
                Subject subject = DataTests.find(facts, datum.subject());
                return subject != null && subject.circleOf() != null;
            };
        }
        throw new IllegalArgumentException("No test for " + condition.getClass().getSimpleName());
    }

    private static Holds[] each(Collection<Condition> conditions, LocalDate day) {
        return conditions.stream().map(c -> compile(c, day)).toArray(Holds[]::new);
    }

    private static Holds all(Holds[] parts) {
        return (datum, facts) -> {
            for (int i = 0; i < parts.length; i++) {
                if (!parts[i].of(datum, facts)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Holds any(Holds[] parts) {
        return (datum, facts) -> {
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].of(datum, facts)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** The engine's own organs of the same names: those know what an organ is. */
    private static Set<Organ> own(Set<nl.knelpunt.api.vocabulary.Organ> organs) {
        Set<Organ> own = EnumSet.noneOf(Organ.class);
        organs.forEach(o -> own.add(Organ.valueOf(o.name())));
        return own;
    }

    private static <E> boolean holdsAny(Set<E> held, E[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (held.contains(wanted[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(String[] names, String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsAny(String text, String[] words) {
        for (int i = 0; text != null && i < words.length; i++) {
            for (int at = 0; at <= text.length() - words[i].length(); at++) {
                if (text.regionMatches(true, at, words[i], 0, words[i].length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** First moment at which a datum that was first processed then is still within its term on this day. */
    private static Instant beginOf(int months, LocalDate day) {
        LocalDate begin = day.minusMonths(months);
        // 31 March less a month is 28 February, whose month ended on 28 March.
        LocalDate first = begin.plusMonths(months).isBefore(day) ? begin.plusDays(1) : begin;
        return first.atStartOfDay(Facts.NETHERLANDS).toInstant();
    }

    private static WpgClass wpgClass(PoliceBasis police) {
        return police == null ? null : police.wpgClass();
    }

    /** Of the knelpunt at hand, null in a signal. */
    private static Proposal proposal(Facts facts) {
        return facts.knelpunt() == null ? null : facts.knelpunt().proposal();
    }

    private static boolean isAbout(Facts facts, Set<Manifestation> wanted, Manifestation[] each) {
        Proposal proposal = proposal(facts);
        if (proposal != null) {
            return holdsAny(proposal.manifestations(), each);
        }
        return facts.signal() != null
                && facts.signal().content() != null
                && wanted.contains(facts.signal().content().manifestation());
    }
}
