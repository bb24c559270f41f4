package org.lifecircle.api;

import java.util.Locale;
import org.lifecircle.model.Text;

/** The kinds of problem there are. Their codes are part of the contract and never change. */
enum ProblemKind {
  BAD_QUERY(400, "查询参数有误", "The query cannot be understood"),
  BAD_REQUEST(400, "请求有误", "The request cannot be understood"),
  UNKNOWN_TOKEN(401, "令牌无效", "The token is not known"),
  TOKEN_NEEDED(401, "需要令牌", "A token is needed"),
  FORBIDDEN(403, "没有权限", "This token may not do that"),
  OTHER_SITE(403, "不接受其他网站的写入", "Pages of other sites may not write"),
  UNKNOWN_PATH(404, "没有这个地址", "There is nothing at this address"),
  UNKNOWN_AREA(404, "没有这个研究范围", "There is no such study area"),
  UNKNOWN_SCENARIO(404, "没有这个情景", "There is no such scenario"),
  UNKNOWN_VERSION(404, "没有这个数据版本", "There is no such dataset version"),
  UNKNOWN_COLLECTION(404, "没有这个图层", "There is no such collection"),
  UNKNOWN_FEATURE(404, "没有这个要素", "There is no such feature"),
  UNKNOWN_TILE(404, "没有这张瓦片", "There is no such tile"),
  UNKNOWN_PROCESS(404, "没有这种计算", "There is no such process"),
  UNKNOWN_JOB(404, "没有这项计算", "There is no such job"),
  UNKNOWN_RECORD(404, "没有这条记录", "There is no such record"),
  RESULT_NOT_READY(404, "结果尚未算出", "The result is not ready"),
  METHOD_NOT_ALLOWED(405, "此处不支持该方法", "This method is not for this address"),
  SCENARIO_EXISTS(409, "情景已存在", "The scenario exists already"),
  RECORD_EXISTS(409, "记录已存在", "The record exists already"),
  AREA_EXISTS(409, "研究范围已存在", "The area exists already"),
  AREA_CHANGED(409, "研究范围已有新版本", "The area has a new version meanwhile"),
  JOB_FAILED(409, "计算失败", "The job has failed"),
  JOB_DISMISSED(410, "计算已取消", "The job was dismissed"),
  EDITION_GONE(410, "这一版数据已不在", "This edition of the data is gone"),
  STALE_REVISION(412, "情景已被他人修改", "The scenario has changed meanwhile"),
  BODY_TOO_LARGE(413, "请求正文过大", "The body is too large"),
  BAD_DATA(422, "数据无法使用", "The data cannot be used"),
  BAD_PLACE(422, "该位置无法使用", "This place cannot be used"),
  BAD_SCENARIO(422, "情景内容有误", "The scenario cannot be used"),
  BAD_RECORD(422, "记录无法使用", "The records cannot be used"),
  BAD_CHOICE(422, "所选内容无法使用", "This choice cannot be used"),
  NO_WALK(422, "两地之间走不通", "There is no walk between these places"),
  REVISION_NEEDED(428, "缺少 If-Match", "If-Match is needed"),
  TOO_MANY_REQUESTS(429, "请求过多", "Too many requests at once"),
  FAILURE(500, "程序出错", "This is our fault"),
  DAMAGED_DATA(500, "数据已损坏", "The data is damaged"),
  STORE_UNREACHABLE(503, "数据库暂时无法访问", "The database does not answer"),
  NOT_READY(503, "数据正在准备", "The data is being prepared");

  /** What OGC API Processes has a name for has that one. */
  private static final String PROCESSES =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  private final int status;
  private final String titleZh;
  private final String titleEn;

  ProblemKind(int status, String titleZh, String titleEn) {
    this.status = status;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  int status() {
    return status;
  }

  Text title() {
    return new Text(titleZh, titleEn);
  }

  /** The stable {@code type} of RFC 9457. */
  String type() {
    return switch (this) {
      case UNKNOWN_PROCESS -> PROCESSES + "no-such-process";
      case UNKNOWN_JOB -> PROCESSES + "no-such-job";
      case RESULT_NOT_READY -> PROCESSES + "result-not-ready";
      default -> "urn:lifecircle:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
