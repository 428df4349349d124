package io.github.shikaku.error;

/** Who must act so that it works again. */
public enum Remedy {
  /** The program that calls the SDK sent something it should not have sent. */
  VENDOR,
  /** Staff at the reception desk: correct what was typed, ask the patient, use another way. */
  DESK,
  /** Whoever looks after the institution's machines and network. */
  SYSTEM_ADMINISTRATOR,
  /** The help desk of the online qualification check (オンライン資格確認等コールセンター). */
  OQS_SUPPORT,
  /** Nobody: wait and look again. */
  WAIT
}
