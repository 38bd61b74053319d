-- A request of a data subject looks people up by what identifies them, and finds them again in every dossier.

create index datum_category on datum (category);
create index subject_pseudonym on subject (pseudonym);
