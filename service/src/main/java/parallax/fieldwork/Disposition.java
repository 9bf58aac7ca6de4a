package parallax.fieldwork;

import parallax.fieldwork.InvitationDao.FieldRow;

/** What became of an invitation, in AAPOR's codes (METHOD.md §8). Complete and partial cannot be told apart here: ballots are sealed. */
enum Disposition {
    I,
    R,
    NC,
    O,
    U;

    static Disposition of(FieldRow row) {
        if (row.state().equals(InvitationRow.DONE)) {
            return I;
        }
        if (row.state().equals(InvitationRow.STOPPED) || row.started() || "suppressed".equals(row.mailState())) {
            return R;
        }
        if ("appointment".equals(row.lastCall())) {
            return O;
        }
        boolean reached = !row.bounced() && "accepted".equals(row.mailState());
        return reached || "no_answer".equals(row.lastCall()) ? NC : U;
    }

    /** Began and did not submit; counts into R. */
    static boolean isBreakOff(FieldRow row) {
        return row.state().equals(InvitationRow.OPEN) && row.started();
    }
}
