package nl.knelpunt.customs;

import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.support.recognition.OwnSubjectsFile;
import org.osgi.service.component.annotations.Component;

/** Own subjects as a table, for recognition help. */
@Component(service = OwnSubjects.class)
public final class OwnList extends OwnSubjectsFile {}
