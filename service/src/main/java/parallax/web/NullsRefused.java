package parallax.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of a body whose properties may be left out but not be null, so that null is not mistaken for a change. A
 * property of type {@code JsonNode} takes null all the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NullsRefused {}
