package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** What a datum is about. Only persons and legal persons fall under the circle of Wgs 2.22(1). */
public enum SubjectKind {
    /** A natural person. */
    PERSON("persoon", "person"),
    /** A company, foundation or association. */
    LEGAL_PERSON("rechtspersoon", "legal person"),
    /** A place, a parcel, a vessel, a load: no person. */
    OBJECT("object", "object");

    private final Text label;

    SubjectKind(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
