package nl.knelpunt.engine.dossier;

/**
 * Why a scan may be made: abuses in a societal sector or public facility in which organised crime easily nests (Wgs
 * 2.18(1)(c); G25).
 *
 * @param sector the sector or facility
 * @param description the abuse, without personal data
 */
public record Abuse(String sector, String description) {}
