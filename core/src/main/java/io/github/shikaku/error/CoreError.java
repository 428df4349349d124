package io.github.shikaku.error;

import java.util.Locale;

/** The error catalogue of this module. */
public enum CoreError implements ErrorId {
  /** Input that was refused before anything was sent. */
  INVALID_REQUEST(
      "SHK-C-101",
      Remedy.DESK,
      "入力内容に誤りがあります。何も送信していません。",
      "The input has mistakes. Nothing was sent."),
  /** The client was set up wrongly. */
  INVALID_CONFIGURATION(
      "SHK-C-102",
      Remedy.VENDOR,
      "システムの設定に誤りがあります。システムの担当者に連絡してください。",
      "The system is set up wrongly. Please contact its vendor."),
  /** The layout or name of the interface is not confirmed and its use was not allowed. */
  PROVISIONAL_LAYOUT(
      "SHK-C-103",
      Remedy.VENDOR,
      "この機能は仕様が未確認のため、使用が許可されていません。何も送信していません。",
      "This function rests on an unconfirmed layout and is not allowed. Nothing was sent."),
  /** The audit trail did not take the record, or nobody was named who acts. */
  AUDIT_REFUSED(
      "SHK-C-104",
      Remedy.SYSTEM_ADMINISTRATOR,
      "操作の記録（監査証跡）を残せないため、送信しませんでした。",
      "The audit trail could not be written, so nothing was sent."),
  /** 連携アプリ refused the request file. */
  TERMINAL_REJECTED(
      "SHK-C-201",
      Remedy.VENDOR,
      "資格確認端末の連携アプリが要求ファイルを受け付けませんでした。",
      "The terminal's link application refused the request file."),
  /** OQS answered that it could not process the request. */
  OQS_SYSTEM(
      "SHK-C-202",
      Remedy.OQS_SUPPORT,
      "オンライン資格確認等システムが処理できませんでした（異常終了）。",
      "The online qualification check system could not process the request."),
  /** No answer in time; the request was taken back and never sent. */
  NO_ANSWER_NOT_SENT(
      "SHK-C-301",
      Remedy.SYSTEM_ADMINISTRATOR,
      "時間内に要求を送れませんでした。要求は取り消しました。資格確認端末が動いているか、照会が混み合っていないか確認してください。",
      "The request did not get through in time and was withdrawn. Please check that the terminal is running and not overloaded."),
  /** No answer in time although the request was taken. */
  NO_ANSWER_SENT(
      "SHK-C-302",
      Remedy.WAIT,
      "時間内に回答がありませんでした。要求は送信済みです。再送せず、しばらく待ってから結果を確認してください。",
      "No answer in time. The request was sent: do not send it again, look for the answer later."),
  /** No answer in time and it cannot be told whether the request was taken. */
  NO_ANSWER_UNKNOWN(
      "SHK-C-303",
      Remedy.SYSTEM_ADMINISTRATOR,
      "時間内に回答がなく、送信されたかどうかも確認できません。共有フォルダーと通信の状態を確認してください。",
      "No answer in time, and it is not known whether the request was sent. Please check folder and network."),
  /** The answer cannot be read or belongs to somebody else. */
  UNUSABLE_ANSWER(
      "SHK-C-401",
      Remedy.VENDOR,
      "回答を読み取れないか、内容が要求と一致しません。回答は使用していません。",
      "The answer cannot be read or does not match the request. It was not used."),
  /** No folder, no network, no certificate, or login refused. */
  EXCHANGE_UNAVAILABLE(
      "SHK-C-501",
      Remedy.SYSTEM_ADMINISTRATOR,
      "資格確認端末の共有フォルダーまたはネットワークに接続できません。",
      "The exchange folder or the network cannot be reached."),
  /** The audit trail of a file is not whole. */
  AUDIT_TRAIL_BROKEN(
      "SHK-C-601",
      Remedy.SYSTEM_ADMINISTRATOR,
      "監査証跡が改ざんまたは破損しています。",
      "The audit trail was tampered with or is damaged.");

  private final String id;
  private final Remedy remedy;
  private final String japanese;
  private final String english;

  CoreError(String id, Remedy remedy, String japanese, String english) {
    this.id = id;
    this.remedy = remedy;
    this.japanese = japanese;
    this.english = english;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Remedy remedy() {
    return remedy;
  }

  @Override
  public String userMessage(Locale locale) {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
  }
}
