package io.github.shikaku.exchange;

import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WebAccess;

/**
 * What an exchange gets to open a connection with.
 *
 * @param runtime threads and time
 * @param institution who asks
 * @param journal open tickets
 * @param web what is known of the Web API; folders do not need it
 */
public record ConnectionSetup(
    ShikakuRuntime runtime, MedicalInstitutionCode institution, Journal journal, WebAccess web) {}
