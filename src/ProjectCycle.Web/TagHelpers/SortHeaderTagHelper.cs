using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace ProjectCycle.Web.TagHelpers;

/// <summary>
/// <c>&lt;th sort-key="code"&gt;…&lt;/th&gt;</c>: a column head that sorts. The query's <c>sort</c> holds the keys, a minus for
/// descending; a click makes this column the first key, a second click turns it round.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort-key")]
public sealed class SortHeaderTagHelper : TagHelper
{
    /// <summary>Lists sort by at most so many columns.</summary>
    private const int MaxKeys = 3;

    public required string SortKey { get; set; }

    /// <summary>What the list is sorted by when the query says nothing.</summary>
    public string SortDefault { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var keys = (request.Query.TryGetValue("sort", out var sort) ? sort.ToString() : SortDefault)
            .Split(',', StringSplitOptions.RemoveEmptyEntries);
        var isFirst = keys.FirstOrDefault()?.TrimStart('-') == SortKey;
        var isDescending = isFirst && keys[0].StartsWith('-');

        output.Attributes.SetAttribute("scope", "col");
        if (isFirst)
            output.Attributes.SetAttribute("aria-sort", isDescending ? "descending" : "ascending");
        var icon = !isFirst ? "chevron-expand" : isDescending ? "chevron-down" : "chevron-up";
        var link = new TagBuilder("a");
        link.AddCssClass("sort-link");
        link.Attributes["href"] = Href(request, keys, isFirst && !isDescending ? $"-{SortKey}" : SortKey);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        link.InnerHtml.AppendHtml($"""<i class="bi bi-{icon}" aria-hidden="true"></i>""");
        output.Content.SetHtmlContent(link);
    }

    private string Href(HttpRequest request, string[] keys, string first)
    {
        var sort = string.Join(',', keys.Where(key => key.TrimStart('-') != SortKey).Prepend(first).Take(MaxKeys));
        var kept = request.Query.Where(pair => pair.Key is not ("sort" or "page"))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, kept.Append(KeyValuePair.Create("sort", (string?)sort)));
    }
}
