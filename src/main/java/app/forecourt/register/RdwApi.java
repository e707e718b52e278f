package app.forecourt.register;

import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Query;

/**
 * RDW's open data, served by Socrata: each data set has its own address, and a response is a JSON array of rows. An
 * unknown plate gives an empty array. Responses have no converter here, because an error page may arrive instead;
 * {@link RdwRow} parses them leniently. Plates are sent without separators.
 */
interface RdwApi {
    String JSON = "Accept: application/json";

    /** Requests the registered vehicle of a plate (Gekentekende voertuigen); one row per plate. */
    @Headers(JSON)
    @GET("resource/m9d7-ebf2.json")
    Call<ResponseBody> vehicles(@Query("kenteken") String plate);

    /** Requests the fuels of a plate (Gekentekende voertuigen brandstof); one row per fuel. */
    @Headers(JSON)
    @GET("resource/8ys7-d773.json")
    Call<ResponseBody> fuels(@Query("kenteken") String plate);
}
