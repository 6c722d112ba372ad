using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Features.Partners;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Partners;

/// <summary>A partner with its agreements. <c>?agreement=new</c> or an id opens the agreement's form.</summary>
[Authorize(Policy = "partner.view")]
public sealed class DetailsModel(PartnerQueries partners, SavePartner save, Texts texts) : PageModel
{
    private const string NewAgreement = "new";

    /// <summary>The inputs, as <see cref="AgreementInput"/> names them.</summary>
    public sealed class InputModel
    {
        public string Number { get; set; } = "";
        public string Title { get; set; } = "";
        public DateOnly? SignedOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>"new", the id of an agreement, or empty while no form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string Agreement { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public PartnerView View { get; private set; } = null!;

    public bool IsNewAgreement => Agreement == NewAgreement;

    private Guid? AgreementId => Guid.TryParse(Agreement, out var id) ? id : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (AgreementId is not { } id)
            return Page();
        if (View.Agreements.FirstOrDefault(a => a.Id == id) is not { } agreement)
            return NotFound();
        Input = new InputModel { Number = agreement.Number, Title = agreement.Title, SignedOn = agreement.SignedOn };
        Version = agreement.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !(IsNewAgreement || AgreementId is not null))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var wanted = new AgreementInput { Number = Input.Number, Title = Input.Title, SignedOn = Input.SignedOn };
        var saved = await save.SaveAgreementAsync(Id, AgreementId, wanted, Version, cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (!saved.Succeeded)
        {
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            if (saved.LostRace())
                await KnowPresentVersionAsync(cancellation);
            return Page();
        }
        TempData.FlashDone(texts["partners.agreement.saved", wanted.Number.Trim()]);
        return LocalRedirect($"/partners/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await partners.FindAsync(Id, cancellation) is not { } view)
            return false;
        View = view;
        return true;
    }

    /// <summary>What was typed stays; whoever was told of the other change and saves again means it.</summary>
    private async Task KnowPresentVersionAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Remove(nameof(Version));
        Version = View.Agreements.FirstOrDefault(a => a.Id == AgreementId)?.Version ?? Version;
    }
}
