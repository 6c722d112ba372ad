using Microsoft.AspNetCore.Razor.TagHelpers;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.TagHelpers;

/// <summary><c>&lt;days-left value="row.DaysLeft" /&gt;</c>: how near a deadline is, in words, with an icon once it presses.</summary>
[HtmlTargetElement("days-left", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DaysLeftTagHelper(Show show) : TagHelper
{
    /// <summary>From here on it presses.</summary>
    private const int Soon = 7;

    /// <summary>Days until it is due; negative when overdue.</summary>
    public required int Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value <= Soon)
        {
            var (tone, icon) = Value < 0 ? ("risk", "exclamation-octagon-fill") : ("warn", "clock-fill");
            output.Attributes.SetAttribute("class", $"light light-{tone}");
            output.Content.AppendHtml($"""<i class="bi bi-{icon}" aria-hidden="true"></i> """);
        }
        else
        {
            output.Attributes.SetAttribute("class", "text-secondary nowrap");
        }
        output.Content.Append(show.Days(Value));
    }
}
