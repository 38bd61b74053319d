package nl.knelpunt.engine.participant;

import java.util.Set;

/**
 * The organs that the law designates as participants of a RIEC, each with the tasks for which it takes part (Wgs 2.19(1),
 * Bgs 2.14).
 */
public enum Organ {
    POLITIE("police", "politiewet-3"),
    BELASTINGDIENST("tax", "belastingwet", "invorderingswet", "awir"),
    DOUANE("customs", "douanewet"),
    FIOD("fiod", "wet-bod-3"),
    KMAR("marechaussee", "politiewet-4"),
    UWV("uwv", "wet-suwi-5"),
    IND("immigration", "vreemdelingenwet", "rijkswet-nederlanderschap"),
    OM("prosecution", "wet-ro-124"),
    BURGEMEESTER("municipality", "openbare-orde", "opiumwet-13b", "alcoholwet", "kansspelen", "paspoortwet"),
    COLLEGE(
            "municipality",
            "gemeentewet",
            "kansspelen",
            "wbmgp",
            "participatiewet-7",
            "omgevingsrecht",
            "woningwet",
            "huisvestingswet",
            "wet-brp",
            "verordening"),
    PROVINCIE("province", "provinciewet", "omgevingsrecht", "verordening"),
    NLA("labour-inspectorate", "wet-bod-3", "arbeidsomstandigheden", "arbeidsvoorwaarden", "vreemdelingenarbeid"),
    NVWA("food-safety", "wet-bod-3", "toezicht", "opsporing-boa");

    private final String kind;
    private final Set<String> tasks;

    Organ(String kind, String... tasks) {
        this.kind = kind;
        this.tasks = Set.of(tasks);
    }

    /** The kind of participant that this organ belongs to: the name of the plugin that serves it. */
    public String kind() {
        return kind;
    }

    /** Codes of the statutory tasks for which the organ takes part. */
    public Set<String> tasks() {
        return tasks;
    }

    /** The rijksbelastingdienst with all its parts, one organ in the law (Wgs 2.19(1)(b)). */
    public boolean isTaxAdministration() {
        return this == BELASTINGDIENST || this == DOUANE;
    }
}
