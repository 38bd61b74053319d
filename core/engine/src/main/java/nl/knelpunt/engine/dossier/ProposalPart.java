package nl.knelpunt.engine.dossier;

import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.guard.Finding;

/** What a proposal must hold before it can be submitted, and the rule that says so. */
public enum ProposalPart {
    TITLE("title", "G18", "titel", "title"),
    OBJECT_TYPE("objectType", "G18", "soort object", "object type"),
    DESCRIPTION("description", Finding.STATE, "beschrijving van het object", "description of the object"),
    SCOPE_IN("scope.in", "G18", "wat erbij hoort", "what is in"),
    SCOPE_OUT("scope.out", "G18", "wat er niet bij hoort", "what is out"),
    AREA("scope.area", "G18", "gebied op de kaart", "area on the map"),
    BRANCHES("scope.branches", "G18", "branche (SBI-code)", "branch (SBI code)"),
    MANIFESTATIONS("manifestations", "G18", "verschijningsvorm", "manifestation"),
    ABUSE("abuse", "G25", "misstand", "abuse"),
    SIGNALS_TAKEN_UP("signals", "G17", "signalen die in behandeling zijn genomen", "signals that were taken up"),
    SIGNALS_RECOGNISED("signals", "G16", "signalen die zijn herkend", "signals that were recognised"),
    DEFICIT("grounds.deficit", "G19", "handhavingstekort", "enforcement deficit"),
    SERIOUSNESS("grounds.seriousness", Finding.STATE, "ernst en omvang", "seriousness and size"),
    NECESSITY("grounds.necessity", "G19", "noodzaak", "necessity"),
    PROPORTIONALITY("grounds.proportionality", "G19", "evenredigheid", "proportionality"),
    SUBSIDIARITY("grounds.subsidiarity", "G19", "subsidiariteit", "subsidiarity"),
    INVOLVED("involved", "G18", "betrokken deelnemers", "participants involved"),
    INVOLVED_TAKE_PART("involved", "G02", "deelnemers van dit RIEC", "participants of this RIEC"),
    TASKS("involved", Finding.STATE, "taken van de deelnemers", "tasks of the participants"),
    PHASES("foreseenPhases", Finding.STATE, "voorziene fasen", "foreseen phases"),
    GOALS("goals", Finding.STATE, "doelen met indicatoren", "goals with indicators"),
    DISPLACEMENT("displacement", Finding.STATE, "verwachte verplaatsing", "expected displacement");

    private final String field;
    private final String rule;
    private final Text label;

    ProposalPart(String field, String rule, String nl, String en) {
        this.field = field;
        this.rule = rule;
        this.label = new Text(nl, en);
    }

    /** Path of the field, or of those below it, where it stands. */
    public String field() {
        return field;
    }

    /** Id of the rule that asks for it; {@link Finding#STATE} for what the working method asks. */
    public String rule() {
        return rule;
    }

    public Text label() {
        return label;
    }

    /** Whether it belongs in this proposal at all. */
    public boolean isPartOf(Proposal proposal) {
        return switch (this) {
            case AREA -> proposal.objectType() == ObjectType.AREA;
            case BRANCHES -> proposal.objectType() == ObjectType.BRANCH;
            case ABUSE -> proposal.activity() == Activity.SCAN;
            // A scan has a ground of its own (G25); the signals that it bundles all the same are looked at.
            case SIGNALS_TAKEN_UP, SIGNALS_RECOGNISED ->
                proposal.activity() != Activity.SCAN || !proposal.signals().isEmpty();
            default -> true;
        };
    }

    /** Whether a finding is about this part. */
    public boolean isMeant(Finding finding) {
        return finding.rule().equals(rule)
                && finding.field() != null
                && (finding.field().equals(field)
                        || finding.field().startsWith(field + ".")
                        || finding.field().startsWith(field + "["));
    }
}
