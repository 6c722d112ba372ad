using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ProjectCycle.Domain.Cycles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ProjectCycle.Features.Cycles;

/// <summary>Something wrong with a template file.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Line">Counted from 1; 1 when it is about the whole file.</param>
/// <param name="Reason">A plain English sentence without its full stop.</param>
public sealed record TemplateFault(string File, int Line, string Reason)
{
    /// <summary>As compilers print it, so that editors can jump there.</summary>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>A sound template with the text it was read from.</summary>
/// <param name="Template">The template.</param>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="Text">The file's text, line ends as LF.</param>
/// <param name="Hash">Lower-case hex SHA-256 of <paramref name="Text"/> in UTF-8: the same on every machine.</param>
public sealed record LoadedTemplate(CycleTemplate Template, string FileName, string Text, string Hash);

/// <summary>What loading yields: the sound templates, and all that is wrong with the others.</summary>
public sealed record TemplateLoad(IReadOnlyList<LoadedTemplate> Templates, IReadOnlyList<TemplateFault> Faults)
{
    /// <summary>True when nothing is wrong with any file.</summary>
    public bool IsSound => Faults.Count == 0;
}

/// <summary>Reads cycle templates and tells everything that is wrong with them, with file and line.</summary>
public static partial class TemplateLoader
{
    /// <summary>Characters of a file; ours have a tenth.</summary>
    public const int LongestText = 500_000;

    /// <summary>A template is seven levels deep; parsers recurse, so that an endless "[[[[" would end the process.</summary>
    private const int DeepestNesting = 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All <c>*.yaml</c> of a folder, by name; a sound file is loaded even when another is not.</summary>
    public static TemplateLoad LoadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return Refuse(folder, 1, "no-folder");
        var files = Directory.GetFiles(folder).OrderBy(Path.GetFileName, StringComparer.Ordinal).ToList();
        var loads = files.Where(f => Path.GetExtension(f) == ".yaml").Select(LoadFile)
            .Concat(files.Where(f => Path.GetExtension(f).ToUpperInvariant() is ".YML" or ".YAML" && Path.GetExtension(f) != ".yaml")
                .Select(f => Refuse(Path.GetFileName(f), 1, "wrong-extension")))
            .ToList();
        return RefuseRepeated(new([.. loads.SelectMany(l => l.Templates)], [.. loads.SelectMany(l => l.Faults)]));
    }

    /// <summary>One template from its text, as uploaded or kept elsewhere than in a file: a single template, or faults.</summary>
    public static TemplateLoad LoadText(string fileName, string text)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (text.Length > LongestText)
            return Refuse(fileName, 1, "too-large", LongestText);
        try
        {
            return Danger(text) is { } danger ? Refuse(fileName, danger.Line, danger.Code, DeepestNesting) : Read(fileName, text);
        }
        catch (YamlException fault)
        {
            return RefuseYaml(fileName, fault);
        }
    }

    /// <summary>The parser blames a tab on the text before it, which ends where the tab stands; all else where it begins.</summary>
    private static TemplateLoad RefuseYaml(string fileName, YamlException fault)
    {
        var isTab = fault.Message.Contains("tab character", StringComparison.Ordinal);
        var isDuplicate = fault.Message.Contains("Duplicate key", StringComparison.Ordinal);
        var line = (int)Math.Max(1, isTab ? fault.End.Line : fault.Start.Line);
        return Refuse(fileName, line, isDuplicate ? "duplicate-key" : "not-yaml", fault.Message.TrimEnd('.'));
    }

    private static TemplateLoad LoadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return LoadText(name, File.ReadAllText(path, StrictUtf8));
        }
        catch (DecoderFallbackException)
        {
            return Refuse(name, 1, "not-utf8");
        }
    }

    private static TemplateLoad Read(string fileName, string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        if (yaml.Documents.Count == 0)
            return Refuse(fileName, 1, "empty-file");
        if (yaml.Documents.Count > 1)
            return Refuse(fileName, YamlMap.LineOf(yaml.Documents[1].RootNode), "several-documents", yaml.Documents.Count);

        var root = yaml.Documents[0].RootNode;
        var shape = new List<ShapeFault>();
        var template = TemplateReader.Template(new YamlMap(root, TemplateKeys.Template, shape));
        var faults = shape.Select(f => new TemplateFault(fileName, f.Line, TemplateFaultText.Word(f.Code, f.Args)));
        if (shape.TrueForAll(f => f.IsHarmless))
            faults = faults.Concat(TemplateRules.Faults(template)
                .Select(f => new TemplateFault(fileName, LineOf(root, f.Path), TemplateFaultText.Word(f.Code, f.Args))));
        List<TemplateFault> all = [.. faults.OrderBy(f => f.Line)];
        return all.Count > 0 ? new([], all) : new([new LoadedTemplate(template, fileName, text, HashOf(text))], []);
    }

    private static TemplateLoad RefuseRepeated(TemplateLoad load)
    {
        var groups = load.Templates.GroupBy(t => (t.Template.Id, t.Template.Version)).ToList();
        var faults = groups.SelectMany(same => same.Skip(1).Select(t =>
            new TemplateFault(t.FileName, 1, TemplateFaultText.Word("same-template-twice", same.Key.Id, same.Key.Version, same.First().FileName))));
        return new([.. groups.Select(same => same.First())], [.. load.Faults, .. faults]);
    }

    /// <summary>The line of the nearest thing that exists on the way to <paramref name="path"/>.</summary>
    private static int LineOf(YamlNode root, string path)
    {
        var (node, line) = (root, YamlMap.LineOf(root));
        foreach (var step in PathSteps().EnumerateMatches(path))
        {
            var name = path.Substring(step.Index, step.Length);
            if (node is YamlSequenceNode list && int.TryParse(name, out var index) && index < list.Children.Count)
                (node, line) = (list[index], YamlMap.LineOf(list[index]));
            else if (node is YamlMappingNode map && map.Children.Keys.FirstOrDefault(k => k is YamlScalarNode s && s.Value == name) is { } key)
                (node, line) = (map[key], YamlMap.LineOf(key));
            else
                break;
        }

        return line;
    }

    /// <summary>What must be seen before a tree is built: nesting that exhausts the stack, aliases that multiply a short text without end.</summary>
    private static (int Line, string Code)? Danger(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias)
                return ((int)parser.Current.Start.Line, "alias");
            if (depth > DeepestNesting)
                return ((int)parser.Current.Start.Line, "too-deep");
        }

        return null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static TemplateLoad Refuse(string fileName, int line, string code, params object[] args) =>
        new([], [new TemplateFault(fileName, line, TemplateFaultText.Word(code, args))]);

    [GeneratedRegex("[A-Za-z]+|[0-9]+")]
    private static partial Regex PathSteps();
}
