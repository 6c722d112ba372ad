namespace ProjectCycle.Domain.Reminders;

/// <summary>What makes a person one to be told of a deadline. Names are stored.</summary>
public enum ReminderRole
{
    /// <summary>The deadline's responsible person, else the project's owner.</summary>
    Responsible,

    /// <summary>The project's owner, also where somebody else is responsible.</summary>
    Owner,

    /// <summary>Finance officers of the unit.</summary>
    Finance,

    /// <summary>Reviewers of the unit.</summary>
    Reviewer,

    /// <summary>Managers of the unit.</summary>
    Manager,

    /// <summary>The head of the unit, named there.</summary>
    Head,
}
