using Microsoft.AspNetCore.Razor.TagHelpers;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.TagHelpers;

/// <summary><c>&lt;light value="row.Health" /&gt;</c>: how a project stands, with icon, word and the reason as a hint.</summary>
[HtmlTargetElement("light", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LightTagHelper(Texts texts) : TagHelper
{
    /// <summary>Null for a project that has ended: nothing is shown.</summary>
    public ProjectHealth? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }
        var (tone, icon) = Value.Light switch
        {
            Light.OnTrack => ("ok", "check-circle-fill"),
            Light.ForAttention => ("warn", "exclamation-triangle-fill"),
            Light.AtRisk => ("risk", "x-octagon-fill"),
            _ => throw new InvalidOperationException($"No look for {Value.Light}."),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"light light-{tone}");
        if (Value.Reason != "none")
            output.Attributes.SetAttribute("title", texts[$"health.{Value.Reason}", Value.Days]);
        output.Content.AppendHtml($"""<i class="bi bi-{icon}" aria-hidden="true"></i> """).Append(texts.Enum(Value.Light));
    }
}
