package nl.knelpunt.engine.dossier;

/** What a knelpunt is about (Wgs 1.1). */
public enum ObjectType {
    PERSONS,
    GROUP,
    AREA,
    BRANCH
}
