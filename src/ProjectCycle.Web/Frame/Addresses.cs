using Microsoft.AspNetCore.WebUtilities;

namespace ProjectCycle.Web.Frame;

/// <summary>Addresses of the present page, so that tabs and posts keep the view a person has chosen.</summary>
public static class Addresses
{
    private const string Handler = "handler";
    private const string Page = "page";

    /// <summary>This page as it is shown: where a post goes back to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="without">Keys that belonged to the post alone.</param>
    public static string Here(this HttpRequest request, params string[] without) => request.Build([Handler, .. without], []);

    /// <summary>This page with one key changed, on its first page of rows; null takes the key out.</summary>
    public static string With(this HttpRequest request, string key, string? value) =>
        request.Build([Handler, Page, key], string.IsNullOrEmpty(value) ? [] : [KeyValuePair.Create(key, (string?)value)]);

    /// <summary>Where a form of this page posts to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="handler">Name of the page's handler.</param>
    /// <param name="more">What the post says besides.</param>
    public static string PostTo(this HttpRequest request, string handler, params (string Key, string Value)[] more) =>
        request.Build([Handler, .. more.Select(pair => pair.Key)], [KeyValuePair.Create(Handler, (string?)handler), .. more.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))]);

    private static string Build(this HttpRequest request, string[] without, IEnumerable<KeyValuePair<string, string?>> more) =>
        QueryHelpers.AddQueryString(
            request.PathBase + request.Path,
            request.Query.Where(pair => !without.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
                .Concat(more));
}
