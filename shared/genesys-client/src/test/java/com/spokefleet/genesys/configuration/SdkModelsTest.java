package com.spokefleet.genesys.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.mypurecloud.sdk.v2.model.User;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SdkModelsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"u1\",\"version\":99999999999}",
        "{\"id\":\"u1\",\"dateLastLogin\":\"a while ago\"}",
        "{\"id\":\"u1\",\"images\":\"none\"}",
        "{\"id\":\"u1\",\"manager\":{\"id\":\"u2\",\"version\":99999999999}}"
      })
  void readsAUserWhoseOtherFieldsTheSdkCannotBind(String json) throws JsonProcessingException {
    JsonMapper allFields =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    assertThat(SdkModels.mapper().readValue(json, User.class).getId()).isEqualTo("u1");
    // The negative control: bound as the SDK binds it, the same user makes its listing unreadable.
    assertThatThrownBy(() -> allFields.readValue(json, User.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
