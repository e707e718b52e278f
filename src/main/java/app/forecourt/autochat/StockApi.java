package app.forecourt.autochat;

import app.forecourt.http.RequestTrace;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/**
 * AutoChat's stock API as described by the vendor's page of 12 October 2023. Responses have no converter here,
 * because their formats are not documented. {@link OptionPage} and {@link ErrorBodyParser} parse them leniently.
 */
interface StockApi {
    String ACCEPT = "Accept: application/json, application/ld+json;q=0.9, application/problem+json;q=0.9, */*;q=0.5";

    /** Requests the first page of {@code api/options}, or a further page at an address from the server. */
    @Headers(ACCEPT)
    @GET
    Call<ResponseBody> options(@Url HttpUrl page, @Header("Authorization") String bearer,
            @Tag RequestTrace trace);

    /** Posts a car to {@code api/cars}. */
    @Headers(ACCEPT)
    @POST("api/cars")
    Call<ResponseBody> send(@Body RequestBody car, @Header("Authorization") String bearer,
            @Tag RequestTrace trace);
}
