package app.forecourt.register;

import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Query;

/**
 * RDW's open data, by Socrata's rules: each set is an address of its own, an answer is a JSON array of rows, and a plate
 * that is not there is an empty one. Answers stay unread here, for what comes instead of them may be anything:
 * {@link RdwRow} reads them with patience. Plates are asked for bare.
 */
interface RdwApi {
    String JSON = "Accept: application/json";

    /** Registered vehicles (Gekentekende voertuigen); a row for a plate. */
    @Headers(JSON)
    @GET("resource/m9d7-ebf2.json")
    Call<ResponseBody> vehicles(@Query("kenteken") String plate);

    /** What they run on (Gekentekende voertuigen brandstof); a row for each fuel of a plate. */
    @Headers(JSON)
    @GET("resource/8ys7-d773.json")
    Call<ResponseBody> fuels(@Query("kenteken") String plate);
}
