using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Compiler.Resolvers;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Features.Mail;

/// <summary>A mail in words.</summary>
public sealed record MailText(string Subject, string Text, string Html);

/// <summary>Words mails from <c>templates/mail/{name}.{language}.{subject.txt|txt|html}</c>. What people typed is escaped in the HTML.</summary>
public sealed class MailComposer
{
    private const string Subject = "subject.txt";
    private const string Text = "txt";
    private const string Html = "html";

    private static readonly IReadOnlyList<string> Parts = [Subject, Text, Html];

    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _templates = [];

    private MailComposer()
    {
    }

    /// <summary>Reads all templates of <paramref name="folder"/> and tries each with a sample; one line per fault, with the file in front.</summary>
    public static (MailComposer Composer, IReadOnlyList<string> Faults) Load(string folder)
    {
        var composer = new MailComposer();
        var faults = new List<string>();
        foreach (var model in MailModel.Samples)
        {
            foreach (var language in Languages.All)
            {
                foreach (var part in Parts)
                    composer.Read(folder, FileName(model.Template, language, part), model, faults);
            }
        }
        return (composer, faults);
    }

    /// <summary>The mail in <paramref name="language"/> ("en" or "id").</summary>
    public MailText Compose(MailModel model, string language) => new(
        Words(model, language, Subject).Trim(),
        Words(model, language, Text),
        Words(model, language, Html));

    /// <summary>A date as it is written in <paramref name="language"/>: 3 March 2026, 3 Maret 2026.</summary>
    public static string Date(DateOnly date, string language) =>
        date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language == Languages.English ? "en-GB" : "id-ID"));

    private string Words(MailModel model, string language, string part) =>
        _templates[FileName(model.Template, Languages.OrDefault(language), part)](model);

    private void Read(string folder, string file, MailModel sample, List<string> faults)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add($"{file}: the file is missing");
            return;
        }
        try
        {
            var template = Engine(escape: file.EndsWith(Html, StringComparison.Ordinal)).Compile(File.ReadAllText(path));
            if (string.IsNullOrWhiteSpace(template(sample)))
                faults.Add($"{file}: it says nothing");
            _templates[file] = template;
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            faults.Add($"{file}: {e.Message}");
        }
    }

    /// <summary>A name the model does not have is a fault, not a blank.</summary>
    private static IHandlebars Engine(bool escape) => Handlebars.Create(new HandlebarsConfiguration
    {
        NoEscape = !escape,
        TextEncoder = new HtmlEncoder(),
        ThrowOnUnresolvedBindingExpression = true,
        ExpressionNameResolver = new UpperCamelCaseExpressionNameResolver(),
        FormatProvider = CultureInfo.InvariantCulture,
    });

    private static string FileName(string template, string language, string part) => $"{template}.{language}.{part}";
}
