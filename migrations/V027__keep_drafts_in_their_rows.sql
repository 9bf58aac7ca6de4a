-- A draft fills one step of 4,096 bytes, unless its form has long texts. Kept beside its row it was cut into three pieces that
-- every save wrote anew and every page put together again.
ALTER TABLE identity.draft SET (toast_tuple_target = 8160);
