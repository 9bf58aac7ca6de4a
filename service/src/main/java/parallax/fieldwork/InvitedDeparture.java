package parallax.fieldwork;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import parallax.contact.Departure;
import parallax.study.WaveId;

/** Keeps the counts of a running wave true when somebody invited to it is deleted: answers stay, so must their number. */
final class InvitedDeparture implements Departure {

    @Override
    public void leaves(Handle handle, UUID contact, boolean asked) {
        DepartureDao dao = handle.attach(DepartureDao.class);
        for (WaveId wave : dao.holdRunningWaves(contact)) {
            dao.count(contact, wave, asked);
            handle.attach(FieldCountDao.class).keepDayAndDevice(wave, contact);
        }
        if (asked) {
            dao.deleteReferralsTo(contact);
        }
    }
}
