package parallax.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.questionnaire.Condition;

/**
 * Reads the expressions by which other tools say when a question is asked, as far as they can be said exactly here:
 * comparisons of an earlier answer with a value, put together by and, or, not and brackets.
 */
final class Logic {

    static final int LONGEST = 2_000;

    private static final int DEEPEST = 40;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"[^\"]*\"|'[^']*')|(\\$\\{[^}]*}|[\\p{L}_][\\p{L}\\p{N}_.-]*|[0-9]+X[0-9]+X[\\p{L}\\p{N}_.-]+)"
                    + "|([0-9]+(?:\\.[0-9]+)?)|(&&|\\|\\||==|!=|<=|>=|[=<>!(),-]))");
    private static final Map<String, String> FLIPPED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("=", "=="),
            Map.entry("==", "=="),
            Map.entry("eq", "=="),
            Map.entry("!=", "!="),
            Map.entry("ne", "!="),
            Map.entry("<", "<"),
            Map.entry("lt", "<"),
            Map.entry("<=", "<="),
            Map.entry("le", "<="),
            Map.entry(">", ">"),
            Map.entry("gt", ">"),
            Map.entry(">=", ">="),
            Map.entry("ge", ">="));

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Variable> variables;
    private int at;
    private int depth;

    private Logic(Map<String, Variable> variables) {
        this.variables = variables;
    }

    /**
     * The condition an expression says.
     *
     * @param variables name in the expression to what it stands for; only what is asked before
     */
    static Condition read(String expression, Map<String, Variable> variables) throws Inexpressible {
        if (expression.length() > LONGEST) {
            throw new Inexpressible("it is longer than %,d characters".formatted(LONGEST));
        }
        Logic logic = new Logic(variables);
        logic.split(expression);
        Condition condition = logic.any();
        if (logic.at < logic.tokens.size()) {
            throw new Inexpressible("“%s” is not understood there".formatted(logic.tokens.get(logic.at)));
        }
        return condition;
    }

    private void split(String expression) throws Inexpressible {
        // quotes that a word processor bent, and its blanks
        String rest = expression
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"")
                .replaceAll("[\\p{Z}\\s]", " ")
                .strip();
        Matcher matcher = TOKEN.matcher(rest);
        int end = 0;
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new Inexpressible("“%s” is not understood there".formatted(rest.substring(end, end + 1)));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    private Condition any() throws Inexpressible {
        if (++depth > DEEPEST) {
            throw new Inexpressible("it is nested too deeply");
        }
        List<Condition> parts = new ArrayList<>(List.of(every()));
        while (next("||") || next("or")) {
            parts.add(every());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private Condition every() throws Inexpressible {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (next("&&") || next("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Every(parts);
    }

    private Condition one() throws Inexpressible {
        if (next("!") || (peek().equalsIgnoreCase("not") && next("not"))) {
            if (++depth > DEEPEST) {
                throw new Inexpressible("it is nested too deeply");
            }
            Condition part = one();
            depth--;
            return part instanceof Condition.Not twice ? twice.part() : new Condition.Not(part);
        }
        if (next("(")) {
            Condition inside = any();
            require(")");
            return inside;
        }
        if (next("selected")) {
            require("(");
            Variable variable = variable(take());
            require(",");
            String value = literal(take());
            require(")");
            return Comparisons.selected(variable, value);
        }
        if (next("is_empty")) {
            require("(");
            Variable variable = variable(take());
            require(")");
            return new Condition.Not(Comparisons.answered(variable));
        }
        return comparison();
    }

    private Condition comparison() throws Inexpressible {
        String left = take();
        String operator = OPERATORS.get(peek().toLowerCase(Locale.ROOT));
        if (operator == null) {
            throw new Inexpressible("“%s” is not understood".formatted(left));
        }
        at++;
        String right = take();
        boolean flipped = isLiteral(left);
        if (flipped == isLiteral(right)) {
            throw new Inexpressible("it does not compare an answer with a value");
        }
        String name = flipped ? right : left;
        Variable variable = variable(name);
        Condition condition = Comparisons.of(
                variable,
                flipped ? FLIPPED.getOrDefault(operator, operator) : operator,
                literal(flipped ? left : right));
        // a question that was not asked is unlike every value here; elsewhere it is like none and unlike none
        boolean alsoUnasked = name.endsWith(".NAOK") || name.startsWith("$");
        return condition instanceof Condition.Not && variable.showIf() != null && !alsoUnasked
                ? new Condition.Every(List.of(variable.showIf(), condition))
                : condition;
    }

    private Variable variable(String name) throws Inexpressible {
        String plain =
                name.startsWith("${") ? name.substring(2, name.length() - 1).strip() : name;
        plain = plain.replaceFirst("\\.(NAOK|value|code)$", "");
        Variable variable = variables.get(LssNames.withoutSurvey(plain));
        if (variable == null) {
            throw new Inexpressible("“%s” is no question that is asked before and carried over".formatted(plain));
        }
        return variable;
    }

    private static boolean isLiteral(String token) {
        char first = token.isEmpty() ? ' ' : token.charAt(0);
        return first == '"' || first == '\'' || token.matches("-?[0-9.]+");
    }

    private static String literal(String token) throws Inexpressible {
        if (!isLiteral(token)) {
            throw new Inexpressible("“%s” is no fixed value".formatted(token));
        }
        return token.charAt(0) == '"' || token.charAt(0) == '\'' ? token.substring(1, token.length() - 1) : token;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String take() throws Inexpressible {
        if (at >= tokens.size()) {
            throw new Inexpressible("it ends too early");
        }
        String token = tokens.get(at++);
        return token.equals("-") ? "-" + take() : token;
    }

    private boolean next(String token) {
        boolean found = peek().equalsIgnoreCase(token);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String token) throws Inexpressible {
        if (!next(token)) {
            throw new Inexpressible("“%s” is missing".formatted(token));
        }
    }
}
