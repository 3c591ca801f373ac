package com.spokefleet.testing.org;

import java.util.List;

/** Names as people and queues of one language carry them. */
public enum Language {
  ENGLISH(
      "en-us",
      List.of("Olivia", "Noah", "Zoë", "Seán"),
      List.of("Carter", "O'Neill", "Smith-Jones", "Whitfield"),
      List.of("Sales", "Billing & Payments", "Claims", "Technical Support"),
      List.of("Resolved", "Sale closed", "Call back later", "Complaint")),
  GERMAN(
      "de-de",
      List.of("Jürgen", "Änne", "Björn", "Käthe"),
      List.of("Müller", "Groß", "Weißhäupl", "Schönfeld"),
      List.of("Kündigung", "Rechnungsprüfung", "Störungen", "Außendienst"),
      List.of("Gelöst", "Rückruf nötig", "Weitergeleitet", "Beschwerde")),
  SPANISH(
      "es-es",
      List.of("Íñigo", "María José", "Ángel", "Begoña"),
      List.of("Muñoz", "Peña Núñez", "Ibáñez", "Güell"),
      List.of("Atención al cliente", "Facturación", "Reclamación", "Años de garantía"),
      List.of("Solucionado", "Pendiente", "Número equivocado", "¿Volver a llamar?")),
  JAPANESE(
      "ja-jp",
      List.of("太郎", "美咲", "健一", "さくら"),
      List.of("田中", "鈴木", "渡邉", "髙橋"),
      List.of("カスタマーサポート", "請求窓口", "解約受付", "技術相談"),
      List.of("解決済み", "折り返し電話", "転送", "苦情")),
  ARABIC(
      "ar-ae",
      List.of("محمد", "فاطمة", "يوسف", "ليلى"),
      List.of("الحسن", "العلي", "بن سعيد", "المنصور"),
      List.of("خدمة العملاء", "الفواتير", "الدعم الفني", "الشكاوى"),
      List.of("تم الحل", "معاودة الاتصال", "تحويل", "شكوى")),
  HINDI(
      "hi-in",
      List.of("आरव", "प्रिया", "विक्रम", "सुनीता"),
      List.of("शर्मा", "गुप्ता", "सिंह", "चतुर्वेदी"),
      List.of("ग्राहक सेवा", "बिलिंग", "तकनीकी सहायता", "शिकायत"),
      List.of("समाधान", "वापस कॉल करें", "स्थानांतरित", "शिकायत दर्ज"));

  private final String code;
  private final List<String> givenNames;
  private final List<String> familyNames;
  private final List<String> queueNames;
  private final List<String> wrapupNames;

  Language(
      String code,
      List<String> givenNames,
      List<String> familyNames,
      List<String> queueNames,
      List<String> wrapupNames) {
    this.code = code;
    this.givenNames = givenNames;
    this.familyNames = familyNames;
    this.queueNames = queueNames;
    this.wrapupNames = wrapupNames;
  }

  /** The language as flows name it, such as {@code en-us}. */
  public String code() {
    return code;
  }

  public List<String> givenNames() {
    return givenNames;
  }

  public List<String> familyNames() {
    return familyNames;
  }

  public List<String> queueNames() {
    return queueNames;
  }

  public List<String> wrapupNames() {
    return wrapupNames;
  }
}
