using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>A text that somebody wants to publish, checked as a file of the folder would be.</summary>
public sealed record TemplateDraft
{
    /// <summary>The template when the text is sound, whether or not it may be published.</summary>
    public required LoadedTemplate? Loaded { get; init; }

    /// <summary>What is wrong with the text, each with its line.</summary>
    public required IReadOnlyList<TemplateFault> Faults { get; init; }

    /// <summary>Why a sound text cannot be published.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>The version it would follow: the current one, else the newest; null for a new kind of cooperation.</summary>
    public required CycleTemplate? Follows { get; init; }

    /// <summary>True when it can be published as it is.</summary>
    public bool CanPublish => Loaded is not null && Refusals.Count == 0;

    /// <summary>What would be different from <see cref="Follows"/>.</summary>
    public IReadOnlyList<DifferenceLine> Differences => Loaded is null || Follows is null ? [] : TemplateDifference.Between(Follows, Loaded.Template);
}

/// <summary>
/// Publishes a version of a template while the program runs: the administrator uploads its text. Nothing that was published
/// before is touched; new projects get the new version, running ones keep theirs.
/// </summary>
public sealed class PublishTemplate(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>Bytes of an upload; ours have a twentieth.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Checks the text and says what publishing it would mean; stores nothing.</summary>
    public async Task<Outcome<TemplateDraft>> CheckAsync(string fileName, string text, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageTemplates))
            return Features.Refusals.NotAllowed;
        if (Fields.Required(text, "Text", max: int.MaxValue).ToList() is { Count: > 0 } faults)
            return faults;
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return new Refusal("template-too-large", "Text", MaxBytes / 1024);
        await templates.RefreshAsync(cancellation);
        return Draft(TemplateLoader.LoadText(NameOf(fileName), text));
    }

    /// <summary>Publishes the text, or says what stands in its way: <c>template-fault</c> with line and reason for each fault.</summary>
    /// <returns>The template as published.</returns>
    public async Task<Outcome<CycleTemplate>> HandleAsync(string fileName, string text, CancellationToken cancellation)
    {
        var check = await CheckAsync(fileName, text, cancellation);
        if (!check.Succeeded)
            return check.Refusals.ToList();
        var draft = check.Value;
        if (draft.Loaded is null)
            return draft.Faults.Select(fault => new Refusal("template-fault", "Text", fault.Line, fault.Reason)).ToList();
        if (!draft.CanPublish)
            return draft.Refusals.ToList();

        db.Add(TemplateStartup.Stored(draft.Loaded, user.Id, clock));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return new Refusal("template-published-meanwhile", "Text", draft.Loaded.Template.Version);
        }
        await templates.RefreshAsync(cancellation);
        return draft.Loaded.Template;
    }

    private TemplateDraft Draft(TemplateLoad load)
    {
        var known = templates.Now;
        var loaded = load.Templates.Count > 0 ? load.Templates[0] : null;
        var follows = loaded is null ? null : known.Known().FirstOrDefault(t => t.Id == loaded.Template.Id);
        return new TemplateDraft
        {
            Loaded = loaded,
            Faults = load.Faults,
            Refusals = loaded is null ? [] : [.. RefusalsOf(loaded.Template, known, follows)],
            Follows = follows,
        };
    }

    private static IEnumerable<Refusal> RefusalsOf(CycleTemplate template, TemplateSet known, CycleTemplate? follows)
    {
        var newest = known.All.LastOrDefault(t => t.Id == template.Id);
        if (newest is not null && template.Version <= newest.Version)
            yield return new Refusal("template-version-not-higher", "Text", template.Version, newest.Version);
        if (follows is not null && TemplateDifference.IsSame(follows, template))
            yield return new Refusal("template-unchanged", "Text", follows.Version);
    }

    private static string NameOf(string fileName) => Path.GetFileName(fileName.Trim()) is { Length: > 0 and <= 200 } name ? name : "upload.yaml";
}
