package io.github.shikaku.testkit.person;

/**
 * What makes a person impossible.
 *
 * @param rule which rule, for example {@code scheme-by-age}
 * @param message what is wrong; it quotes no value
 */
public record RuleViolation(PersonRule rule, String message) {}
