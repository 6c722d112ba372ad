using System.Globalization;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Language;
using ProjectCycle.Reports.Documents;

namespace ProjectCycle.Reports.Appraisal;

/// <summary>
/// The appraisal document as a Word file: background, components with cost, timetable, project unit, risks, problem-solving, legal
/// drafts and the gate ahead. A part that is blank says so in words.
/// </summary>
public sealed class AppraisalDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Good = "1C6B40";
    private const string Bad = "A8261D";

    private static readonly Dictionary<RiskLevel, string> Fills = new()
    {
        [RiskLevel.Low] = "E5F3EB",
        [RiskLevel.Medium] = "FDF1DC",
        [RiskLevel.High] = "FBE9E7",
    };

    private readonly AppraisalContent _content;
    private readonly AppraisalTexts _texts;
    private readonly WordDocument _word;

    private AppraisalDocument(AppraisalContent content, WordDocument word)
    {
        _content = content;
        _texts = new AppraisalTexts(content.Language);
        _word = word;
    }

    /// <summary>The bytes of the .docx.</summary>
    public static byte[] Write(AppraisalContent content)
    {
        var title = $"{new AppraisalTexts(content.Language)["Title"]}: {content.ProjectName}";
        using var word = new WordDocument(title, content.Language, content.MadeBy, content.MadeAt);
        return new AppraisalDocument(content, word).Write();
    }

    /// <summary>A name for the file, such as "JMB-TPA-appraisal-2026-11-22.docx".</summary>
    public static string FileName(AppraisalContent content) => string.Create(
        CultureInfo.InvariantCulture,
        $"{content.ProjectCode}-{(content.Language == Languages.English ? "appraisal" : "penilaian")}-{content.MadeOn:yyyy-MM-dd}.docx");

    private byte[] Write()
    {
        TitleBlock();
        Background();
        Components();
        Timetable();
        Unit();
        Risks();
        Problems();
        Drafts();
        Gate();
        return _word.Finish($"{_texts["Title"]} · {_content.ProjectCode}", _texts.LongDate(_content.MadeOn), _texts["PageOf"]);
    }

    private void TitleBlock()
    {
        _word.Write(_texts["Title"], WordStyles.Title);
        _word.Write(_content.ProjectName, WordStyles.Subtitle);
        var stage = _content.PartnerStage == "" ? _content.Stage : $"{_content.Stage} ({_content.PartnerStage})";
        _word.Facts(
        [
            (_texts["Code"], _content.ProjectCode),
            (_texts["Partner"], AppraisalTexts.OrNone(string.Join(", ", _content.Partners))),
            (_texts["Cooperation"], _content.Template),
            (_texts["Unit"], _content.Unit),
            (_texts["Region"], _content.Region),
            (_texts["Stage"], stage),
            .. _content.Amounts.Select(amount => (_texts.Of(amount.Kind), _texts.Money(amount.Money))),
            (_texts["Date"], _texts.LongDate(_content.MadeOn)),
            (_texts["MadeBy"], _content.MadeBy),
            (_texts["Language"], _texts["LanguageName"]),
        ]);
    }

    private void Background()
    {
        Heading(1, "Background");
        Text(_content.Summary);
        Subheading(_texts["Rpjmd"]);
        Text(_content.RpjmdAlignment);
        Subheading(_texts["PartnerProgramme"]);
        Text(_content.PartnerProgramme);
    }

    private void Components()
    {
        Heading(2, "Components");
        if (IsBlank(_content.Components.Count))
            return;
        foreach (var (component, activities) in _content.Components)
        {
            Subheading($"2.{component.Number} {component.Name}");
            if (component.Objective != "")
                _word.Write(_texts["Objective", component.Objective]);
            if (!IsBlank(activities.Count))
                _word.Table(ActivityColumns(), [.. activities.Select(Cells), .. SumRows(activities)]);
        }
        var sums = CostSum.Of(_content.Activities);
        if (sums.Count == 0)
            return;
        Subheading(_texts["Cost"]);
        _word.Table(
            [new(_texts["Currency"], 3), new(_texts["PartnerCost"], 4, true), new(_texts["CounterpartCost"], 4, true), new(_texts["Total"], 4, true)],
            sums.Select(sum => (IReadOnlyList<WordCell>)[sum.Total.Currency.Code, _texts.Amount(sum.Partner), _texts.Amount(sum.Counterpart), new(_texts.Amount(sum.Total)) { IsBold = true }]));
        if (sums.Count > 1)
            _word.Write(_texts["CurrenciesApart"], WordStyles.Quiet);
    }

    private IReadOnlyList<WordColumn> ActivityColumns() =>
    [
        new(_texts["Activity"], 26), new(_texts["Responsible"], 14), new(_texts["Period"], 12), new(_texts["PartnerCost"], 24, true), new(_texts["CounterpartCost"], 24, true),
    ];

    private IReadOnlyList<WordCell> Cells(ProjectActivity activity) =>
    [
        new(activity.Name) { Note = activity.Output },
        AppraisalTexts.OrNone(activity.Responsible),
        _texts.Period(activity.StartsOn, activity.EndsOn),
        _texts.Money(activity.PartnerCost),
        _texts.Money(activity.CounterpartCost),
    ];

    private IEnumerable<IReadOnlyList<WordCell>> SumRows(IReadOnlyList<ProjectActivity> activities) => CostSum.Of(activities)
        .Select(sum => (IReadOnlyList<WordCell>)
        [
            new($"{_texts["Total"]} {sum.Total.Currency.Code}") { IsBold = true, Span = 3 },
            new(_texts.Money(sum.Partner)) { IsBold = true },
            new(_texts.Money(sum.Counterpart)) { IsBold = true },
        ]);

    private void Timetable()
    {
        Heading(3, "Timetable");
        if (TimeAxis.Of(_content.Activities) is not { } axis)
        {
            IsBlank(0);
            return;
        }
        const int narrowest = 3; // of the names, in columns; more where there are many of these
        IReadOnlyList<WordColumn> columns = [new(_texts["Activity"], narrowest + (axis.Periods.Count / 2)), .. axis.Periods.Select(_ => new WordColumn("", 1))];
        _word.Table(
            columns,
            axis.IsByQuarter ? [YearHeads(axis), [WordDocument.Head(""), .. axis.Periods.Select(period => WordDocument.Head(_texts.Number(period.Quarter)))]] : [LongHeads(axis)],
            _content.Activities.Select(activity => (IReadOnlyList<WordCell>)
            [
                activity.Name,
                .. axis.Periods.Select(period => new WordCell("") { Fill = period.Meets(activity) ? WordStyles.Accent : null }),
            ]),
            WordStyles.SmallCell);
        if (axis.IsByQuarter)
            _word.Write(_texts["Quarters"], WordStyles.Quiet);
    }

    private IReadOnlyList<WordCell> YearHeads(TimeAxis axis) =>
    [
        WordDocument.Head(_texts["Activity"]),
        .. axis.Periods.GroupBy(period => period.From.Year).Select(year => WordDocument.Head(year.Count() == 1 ? $"’{year.Key % 100:00}" : $"{year.Key}", year.Count())), // a lone quarter has no room for more
    ];

    private IReadOnlyList<WordCell> LongHeads(TimeAxis axis) =>
        [WordDocument.Head(_texts["Activity"]), .. axis.Periods.Select(period => WordDocument.Head($"{period.From.Year}"))];

    private void Unit()
    {
        Heading(4, "ProjectUnit");
        if (IsBlank(_content.Positions.Count))
            return;
        _word.Table(
            [new(_texts["Position"], 32), new(_texts["Role"], 14), new(_texts["Person"], 22), new(_texts["Decree"], 16), new(_texts["Period"], 16)],
            _content.Positions.Select(line => (IReadOnlyList<WordCell>)
            [
                new(line.Position.Title) { Note = line.Position.Duties },
                _texts.Of(line.Position.Kind),
                line.Person is null ? new(_texts["Vacant"]) { Color = Bad } : new(line.Person) { Note = _texts[line.Position.IsFullTime ? "FullTime" : "PartTime"] },
                AppraisalTexts.OrNone(line.Position.DecreeNumber),
                _texts.Period(line.Position.StartsOn, line.Position.EndsOn),
            ]));
    }

    private void Risks()
    {
        Heading(5, "Risks");
        if (IsBlank(_content.Risks.Count))
            return;
        _word.Write(_texts["RiskScale", RiskScale.Medium, RiskScale.High]);
        _word.Table(
            [new(_texts["Risk"], 32), new(_texts["Weight"], 15), new(_texts["Response"], 33), new(_texts["Owner"], 20)],
            _content.Risks.Select(line => (IReadOnlyList<WordCell>)
            [
                new(line.Risk.Title) { Note = Note(line) },
                line.Risk.IsClosed ? new WordCell(_texts["Closed"]) : new WordCell(_texts.Weight(line.Risk)) { Fill = Fills[line.Risk.Level] },
                new(_texts.Of(line.Risk.Response)) { Note = line.Risk.Measure },
                new(AppraisalTexts.OrNone(line.Owner)) { Note = line.Risk.ReviewOn is { } on ? _texts["ReviewOn", _texts.Date(on)] : "" },
            ]));
    }

    private string Note(RiskLine line) =>
        line.Obstacle is null ? _texts.Of(line.Risk.Kind) : $"{_texts.Of(line.Risk.Kind)}; {line.Risk.ObstacleCode} {line.Obstacle.In(_content.Language)}";

    private void Problems()
    {
        Heading(6, "Problems");
        if (IsBlank(_content.Steps.Count))
            return;
        foreach (var group in _content.Steps.GroupBy(step => step.IsForComplaints))
        {
            Subheading(_texts[group.Key ? "Complaints" : "BetweenParties"]);
            _word.Table(
                [new(_texts["No"], 6), new(_texts["Level"], 24), new(_texts["Decider"], 24), new(_texts["Days"], 12, true), new(_texts["Contact"], 34)],
                group.Select(step => (IReadOnlyList<WordCell>)[_texts.Number(step.Number), step.Level, step.Decider, _texts.Number(step.Days), AppraisalTexts.OrNone(step.Contact)]));
        }
    }

    private void Drafts()
    {
        Heading(7, "Drafts");
        if (IsBlank(_content.Drafts.Count))
            return;
        _word.Table(
            [new(_texts["Draft"], 42), new(_texts["State"], 16), new(_texts["Document"], 24), new(_texts["Responsible"], 18)],
            _content.Drafts.Select(line => (IReadOnlyList<WordCell>)
            [
                new(line.Draft.Title) { Note = line.Draft.Note == "" ? _texts.Of(line.Draft.Kind) : $"{_texts.Of(line.Draft.Kind)}\n{line.Draft.Note}" },
                new(_texts.Of(line.Draft.DraftState)) { Color = line.Draft.DraftState == LegalDraftState.Agreed ? Good : null },
                AppraisalTexts.OrNone(line.Document),
                new(AppraisalTexts.OrNone(line.Responsible)) { Note = line.Draft.DueOn is { } on ? _texts["DueOn", _texts.Date(on)] : "" },
            ]));
    }

    private void Gate()
    {
        Heading(8, "Gate");
        if (_content.NextStage is null || _content.Conditions.Count == 0)
        {
            _word.Write(_texts["NoGate"], WordStyles.Quiet);
            return;
        }
        _word.Write(_texts["GateTo", _content.NextStage, _content.Conditions.Count(c => c.IsMet), _content.Conditions.Count]);
        _word.Table(
            [new(_texts["Condition"], 80), new(_texts["Standing"], 20)],
            _content.Conditions.OrderBy(c => c.IsMet).Select(condition => (IReadOnlyList<WordCell>)
            [
                condition.Text,
                new(_texts[condition.IsMet ? "Met" : "Missing"]) { IsBold = true, Color = condition.IsMet ? Good : Bad },
            ]));
    }

    private void Heading(int number, string key) => _word.Write($"{number}  {_texts[key]}", WordStyles.Heading);

    private void Subheading(string text) => _word.Write(text, WordStyles.Subheading);

    private void Text(string text)
    {
        if (!IsBlank(text.Length))
            _word.Write(text);
    }

    /// <summary>True, and said so in the document, where there is nothing.</summary>
    private bool IsBlank(int count)
    {
        if (count == 0)
            _word.Write(_texts["Blank"], WordStyles.Quiet);
        return count == 0;
    }
}
