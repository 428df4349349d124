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
  /** The Web API refused the request as such (HTTP status 4xx). */
  WEB_REJECTED(
      "SHK-C-203",
      Remedy.VENDOR,
      "オンライン資格確認等システムのWebAPIが要求を受け付けませんでした。",
      "The Web API of the online qualification check system refused the request."),
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
  /** No answer in time over the Web API; the request was certainly not processed. */
  WEB_NO_ANSWER_NOT_SENT(
      "SHK-C-311",
      Remedy.SYSTEM_ADMINISTRATOR,
      "時間内にオンライン資格確認等システムへ送信できませんでした。要求は届いていません。通信の状態を確認し、もう一度お試しください。",
      "The request could not be sent in time and did not arrive. Please check the network and try again."),
  /** No answer in time over the Web API to a question that changes nothing. */
  WEB_NO_ANSWER_ASK_AGAIN(
      "SHK-C-312",
      Remedy.DESK,
      "時間内に回答がありませんでした。照会だけの要求なので、もう一度照会できます。",
      "No answer in time. The request only looks something up, so it may be asked again."),
  /** No answer over the Web API to a request that changes something. */
  WEB_NO_ANSWER_LOOK_FIRST(
      "SHK-C-313",
      Remedy.DESK,
      "回答がなく、処理されたかどうか確認できません。再送する前に、登録などが済んでいないか確認してください。",
      "No answer, and it is not known whether it was processed. Look whether it was before sending it again."),
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
  /** The name of the Web API's host cannot be resolved. */
  WEB_HOST_UNKNOWN(
      "SHK-C-511",
      Remedy.SYSTEM_ADMINISTRATOR,
      "接続先の名前を解決できません（DNS）。ネットワークの設定を確認してください。",
      "The host's name cannot be resolved (DNS). Please check the network settings."),
  /** The Web API's host refuses connections. */
  WEB_REFUSED(
      "SHK-C-512",
      Remedy.SYSTEM_ADMINISTRATOR,
      "接続先が接続を拒否しました。接続先の設定と稼働状況を確認してください。",
      "The host refuses connections. Please check the address and whether the service is running."),
  /** No way to the Web API's host. */
  WEB_UNREACHABLE(
      "SHK-C-513",
      Remedy.SYSTEM_ADMINISTRATOR,
      "接続先に到達できません。回線、ルーター、プロキシーを確認してください。",
      "The host cannot be reached. Please check line, router and proxy."),
  /** The server's certificate is not trusted, has expired or is for another host. */
  WEB_SERVER_UNTRUSTED(
      "SHK-C-514",
      Remedy.SYSTEM_ADMINISTRATOR,
      "接続先のサーバー証明書を信頼できません。接続を中止しました。証明書の設定と端末の時計を確認してください。",
      "The server's certificate is not trusted, so the connection was given up. Please check certificates and the clock."),
  /** No secure connection could be agreed on for another reason. */
  WEB_TLS(
      "SHK-C-515",
      Remedy.SYSTEM_ADMINISTRATOR,
      "安全な通信（TLS）を確立できませんでした。",
      "A secure connection (TLS) could not be established."),
  /** The client certificate is missing, expired, or refused by the server. */
  WEB_CLIENT_CERTIFICATE(
      "SHK-C-516",
      Remedy.SYSTEM_ADMINISTRATOR,
      "電子証明書（クライアント証明書）がないか、期限切れか、接続先に受け付けられませんでした。",
      "The client certificate is missing, has expired, or was refused by the server."),
  /** The Web API refuses the account. */
  WEB_LOGIN_REFUSED(
      "SHK-C-517",
      Remedy.SYSTEM_ADMINISTRATOR,
      "オンライン資格確認等システムにログインできません。ユーザーIDとパスワードを確認してください。",
      "The login was refused. Please check user and password."),
  /** The Web API does not take the token, not even a new one. */
  WEB_UNAUTHORISED(
      "SHK-C-518",
      Remedy.OQS_SUPPORT,
      "ログイン後の要求が認証されませんでした（401）。",
      "The request was not accepted as logged in, even after a new login (401)."),
  /** The account may not use this function. */
  WEB_FORBIDDEN(
      "SHK-C-519",
      Remedy.SYSTEM_ADMINISTRATOR,
      "このアカウントにはこの機能を利用する権限がありません（403）。",
      "The account may not use this function (403)."),
  /** The address leads nowhere. */
  WEB_NOT_FOUND(
      "SHK-C-520",
      Remedy.VENDOR,
      "WebAPIの接続先（パス）が正しくありません（404）。",
      "The address of the Web API is wrong (404)."),
  /** The Web API is overloaded or broken. */
  WEB_SERVER_TROUBLE(
      "SHK-C-521",
      Remedy.WAIT,
      "オンライン資格確認等システムが混雑しているか、障害が発生しています。しばらくしてからもう一度お試しください。",
      "The system is overloaded or out of order. Please try again later."),
  /** The answer to a login cannot be used. */
  WEB_LOGIN_UNUSABLE(
      "SHK-C-522", Remedy.VENDOR, "ログインの回答を読み取れません。", "The answer to the login cannot be read."),
  /** The connection broke again and again. */
  WEB_CONNECTION_BROKEN(
      "SHK-C-523",
      Remedy.SYSTEM_ADMINISTRATOR,
      "通信が途中で切断されました。回線の状態を確認してください。",
      "The connection broke off. Please check the line."),
  /** The proxy does not let the request through. */
  WEB_PROXY_REFUSED(
      "SHK-C-524",
      Remedy.SYSTEM_ADMINISTRATOR,
      "プロキシーが接続を許可しませんでした。",
      "The proxy did not allow the connection."),
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
