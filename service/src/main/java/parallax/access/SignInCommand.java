package parallax.access;

import java.util.Optional;

/** @param address where the request comes from */
record SignInCommand(String email, String password, String address, Optional<String> earlierSession) {

    @Override
    public String toString() {
        return "SignInCommand";
    }
}
