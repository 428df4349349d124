/**
 * Who asked for what, and when: the audit trail, apart from technical logs. A sink takes one record
 * before anything is sent and one with the outcome; the file sink chains its records so that a
 * change, a gap or another order is found. No name, number, birthdate or medical content is kept.
 */
@NullMarked
package io.github.shikaku.audit;

import org.jspecify.annotations.NullMarked;
