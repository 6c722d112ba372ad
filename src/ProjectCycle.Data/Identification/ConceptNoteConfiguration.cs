using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Identification;

internal sealed class ConceptNoteConfiguration : IEntityTypeConfiguration<ConceptNote>
{
    public void Configure(EntityTypeBuilder<ConceptNote> note)
    {
        note.ToTable("ConceptNotes");
        foreach (var section in typeof(ConceptNote).GetProperties().Where(property => property.PropertyType == typeof(string)))
            note.Property(section.Name).HasMaxLength(ConceptNote.MaxSection);
        note.HasOne<Project>().WithMany().HasForeignKey(n => n.ProjectId);
        note.HasIndex(n => n.ProjectId).IsUnique();
    }
}
