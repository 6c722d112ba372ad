using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.TagHelpers;

/// <summary>
/// An input with its label, hint and error, tied together for screen readers:
/// <c>&lt;form-field for="Input.Code" label="projects.field.code" hint="projects.field.code.hint" required /&gt;</c>.
/// The input follows from the property's type; <c>items</c> makes a select, <c>rows</c> a text area, <c>type</c> another input.
/// Attributes it does not know go to the input. Content between the tags stands after the input.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "for,label")]
public sealed class FormFieldTagHelper(IHtmlGenerator generator, Texts texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Key of the label's text.</summary>
    public required string Label { get; set; }

    /// <summary>Key of the hint's text.</summary>
    public string? Hint { get; set; }

    public string? Type { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    public int? Rows { get; set; }

    /// <summary>Without it the label says "(optional)".</summary>
    public bool Required { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), generator.IdAttributeDotReplacement);

    private bool IsCheck => Type == "checkbox" || (Type is null && For.ModelExplorer.ModelType == typeof(bool));

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var error = ErrorText();
        var after = await output.GetChildContentAsync();
        var input = await InputAsync(context, output.Attributes, error is not null);
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", IsCheck ? "field form-check" : "field");
        output.Content.Clear();
        if (IsCheck)
            output.Content.AppendHtml(input);
        output.Content.AppendHtml(LabelTag());
        if (Hint is not null)
            output.Content.AppendHtml(Line("div", "form-text", $"{Id}_hint", texts[Hint]));
        if (!IsCheck)
            output.Content.AppendHtml(input);
        output.Content.AppendHtml(after);
        if (error is not null)
            output.Content.AppendHtml(Line("div", "field-error", $"{Id}_error", error));
    }

    private string? ErrorText() =>
        ViewContext.ModelState.TryGetValue(For.Name, out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? string.Join(" ", entry.Errors.Select(e => e.ErrorMessage))
            : null;

    private TagBuilder LabelTag()
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.AddCssClass(IsCheck ? "form-check-label" : "form-label");
        label.InnerHtml.Append(texts[Label]);
        if (!Required && !IsCheck)
            label.InnerHtml.Append(" ").AppendHtml(Line("span", "field-optional", null, texts["form.optional"]));
        return label;
    }

    private static TagBuilder Line(string tag, string cssClass, string? id, string text)
    {
        var line = new TagBuilder(tag);
        line.AddCssClass(cssClass);
        if (id is not null)
            line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }

    /// <summary>The framework's own helpers write the input, so that names, values and number formats bind back as they expect.</summary>
    private async Task<IHtmlContent> InputAsync(TagHelperContext context, TagHelperAttributeList given, bool isWrong)
    {
        var (tag, helper) = Helper();
        var attributes = new TagHelperAttributeList(given);
        attributes.SetAttribute("class", IsCheck ? "form-check-input" : Items is null ? "form-control" : "form-select");
        if (isWrong)
            attributes.SetAttribute("aria-invalid", "true");
        if (Required && !IsCheck)
            attributes.SetAttribute("aria-required", "true");
        if (Rows is { } rows)
            attributes.SetAttribute("rows", rows);
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}_hint", isWrong ? $"{Id}_error" : null }.OfType<string>());
        if (described.Length > 0)
            attributes.SetAttribute("aria-describedby", described);

        var output = new TagHelperOutput(tag, attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()))
        {
            TagMode = tag == "input" ? TagMode.SelfClosing : TagMode.StartTagAndEndTag,
        };
        var all = new TagHelperAttributeList(attributes);
        if (Type is not null)
            all.SetAttribute("type", Type); // the input's helper copies it from here
        var inner = new TagHelperContext(tag, all, context.Items, $"{context.UniqueId}-input");
        helper.Init(inner);
        await helper.ProcessAsync(inner, output);
        return output;
    }

    private (string Tag, TagHelper Helper) Helper()
    {
        if (Items is not null)
            return ("select", new SelectTagHelper(generator) { For = For, Items = Items, ViewContext = ViewContext });
        if (Rows is not null)
            return ("textarea", new TextAreaTagHelper(generator) { For = For, ViewContext = ViewContext });
        return ("input", new InputTagHelper(generator) { For = For, InputTypeName = Type, ViewContext = ViewContext });
    }
}
