package parallax.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.web.Caller;
import parallax.web.InputError;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Role;

/** The people of the consultancy and their passwords. */
public final class AccessService {

    private static final String UNKNOWN = "unknown";

    private final Jdbi field;
    private final PersonDao people;
    private final PasswordHashes passwords;
    private final SignInLimits limits;
    private final AuditTrail audit;
    private final Secrets secrets;

    AccessService(Jdbi field, PasswordHashes passwords, SignInLimits limits, AuditTrail audit, Secrets secrets) {
        this.field = field;
        this.people = field.onDemand(PersonDao.class);
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.secrets = secrets;
    }

    /** Owners and consultants, in no telling order. */
    public List<Caller> listStaff() {
        return people.listStaff().stream().map(PersonRow::caller).toList();
    }

    /**
     * Makes the owner's account where nobody has one yet.
     *
     * @param email one address
     * @param password 12 to 1024 characters
     * @return whether the account was made now; an installation that has people is left as it is
     * @throws RefusedException with a sentence when address or password will not do
     */
    public boolean ensureOwner(String email, String password) {
        if (people.anybody()) {
            return false;
        }
        if (!EmailAddress.isOne(email)) {
            String message = "The owner's mail address must look like name@example.com.";
            throw new RefusedException(
                    ProblemType.INVALID, message, List.of(InputError.field("email", email, message)));
        }
        String address = email.strip();
        String name = address.substring(0, address.indexOf('@'));
        String hash = passwords.hash(password);
        UUID id = secrets.id();
        boolean made = people.insert(id, address, EmailAddress.key(address), name, Role.OWNER, hash) == 1;
        if (made) {
            audit.recordOf(id, "person.create", id.toString());
        }
        return made;
    }

    /**
     * Gives an owner who lost the password another one; every session and token of that person ends. Does nothing where it
     * is the password already, so that a setting left in place does no harm.
     *
     * @param password 12 to 1024 characters
     * @return whether the password was changed now
     * @throws RefusedException when no owner has that address, or the password will not do
     */
    public boolean resetOwner(String email, String password) {
        PersonRow owner = people.find(EmailAddress.key(email))
                .filter(person -> person.role() == Role.OWNER)
                .orElseThrow(() -> new RefusedException(
                        ProblemType.NOT_FOUND, "There is no owner with the mail address %s.".formatted(email)));
        if (passwords.matches(password, owner.passwordHash())) {
            return false;
        }
        String hash = passwords.hash(password);
        field.useTransaction(handle -> {
            people.changePassword(owner.id(), hash);
            handle.attach(SessionDao.class).deleteOf(owner.id());
            handle.attach(TokenDao.class).deleteOf(owner.id());
            audit.recordOf(null, "password.reset", owner.id().toString());
        });
        return true;
    }

    /**
     * Changes one's own password; the caller's sessions all end.
     *
     * @param address where the request comes from
     * @throws RefusedException INVALID when the present one is wrong, or the wanted one will not do or is the present one
     */
    void changePassword(Caller caller, String present, String wanted, String address) {
        if (authenticate(caller.email(), present, address).isEmpty()) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The password was not changed.",
                    List.of(InputError.field("present", null, "This is not your present password.")));
        }
        if (wanted.equals(present)) {
            throw new RefusedException(
                    ProblemType.INVALID,
                    "The password was not changed.",
                    List.of(InputError.field("password", null, "This is your present password. Choose another one.")));
        }
        String hash = passwords.hash(wanted);
        field.useTransaction(handle -> {
            people.changePassword(caller.id(), hash);
            handle.attach(SessionDao.class).deleteOf(caller.id());
            audit.record(caller, "password.change", caller.id().toString());
        });
    }

    /**
     * Tells who it is by mail address and password; takes as long for an unknown address as for a wrong password.
     *
     * @param address where the request comes from
     * @throws parallax.web.LaterException after too many wrong ones
     */
    Optional<PersonRow> authenticate(String email, String password, String address) {
        String key = EmailAddress.key(email);
        limits.take(key, address);
        Optional<PersonRow> person = EmailAddress.isOne(email) ? people.find(key) : Optional.empty();
        if (passwords.matches(password, person.map(PersonRow::passwordHash).orElse(null))) {
            limits.giveBack(key, address);
            return person;
        }
        audit.recordOf(
                null,
                "sign_in.refused",
                person.map(known -> known.id().toString()).orElse(UNKNOWN));
        return Optional.empty();
    }
}
