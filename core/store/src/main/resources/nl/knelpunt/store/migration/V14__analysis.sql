-- What a dossier knows of one category, such as the names in it, is looked up with every text that is written there.
create index datum_dossier_category on datum (dossier, category, id);
