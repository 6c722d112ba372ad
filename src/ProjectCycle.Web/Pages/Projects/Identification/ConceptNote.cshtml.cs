using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;
using Note = ProjectCycle.Domain.Identification.ConceptNote;

namespace ProjectCycle.Web.Pages.Projects.Identification;

/// <summary>The concept note, to be read and printed.</summary>
public sealed class ConceptNoteModel(ProjectPage projects, CurrentUser me, IdentificationQueries queries) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.ConceptNote;

    /// <summary>Null while there is none.</summary>
    public Note? Note { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Note = await queries.ConceptNoteAsync(Project.Id, cancellation);

    /// <summary>Heading and text of each section, in the order in which it is read; those that must not be blank are marked.</summary>
    public static IEnumerable<(string Heading, string Text, bool IsRequired)> Sections(Note note, Texts texts) => new[]
    {
        (nameof(note.Problem), note.Problem),
        (nameof(note.Objective), note.Objective),
        (nameof(note.Scope), note.Scope),
        (nameof(note.PartnerReason), note.PartnerReason),
        (nameof(note.ExpectedResults), note.ExpectedResults),
        (nameof(note.Cost), note.Cost),
        (nameof(note.Risks), note.Risks),
        (nameof(note.NextSteps), note.NextSteps),
    }.Select(section => (texts[$"concept-note.{section.Item1}"], section.Item2, Note.Required.Contains(section.Item1)));
}
